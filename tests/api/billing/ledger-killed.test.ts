import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from '@playwright/test'
import { getBudget } from '@/lib/contract/budget'
import { answer, type FakeKrea, hang, type Reply, startKrea } from '../../fixtures/krea/krea-server'
import { jobOf, postJob, problemOf } from '../../fixtures/server/ask'
import { newDataFolder } from '../../fixtures/server/data-folder'
import { openLocks } from '../../fixtures/server/locks'
import { type Playground, startPlayground } from '../../fixtures/server/playground'
import { type Postgres, postgresPrograms, startPostgres } from '../../fixtures/server/postgres'

test.describe.configure({ mode: 'serial' })

const submitted = /^POST \/generate/
/** What flux-1-dev costs, and what a day may. */
const [price, limit] = [0.007, 1]

const settings = (krea: FakeKrea) => ({
  KREA_API_BASE_URL: krea.url,
  KREA_API_TOKEN: 'killed-test-token',
  PLAYGROUND_PUBLIC: '1',
  BUDGET_USD_PER_DAY: String(limit),
  LOG_LEVEL: 'error',
})

const spent = async (url: string) => {
  const { leftToday } = getBudget.answer.parse(await (await fetch(`${url}/api/budget`)).json())
  return Math.round((limit - (leftToday ?? 0)) * 1000) / 1000
}

/** As if so much had happened four minutes earlier than it did: the sweep waits for three. */
const longAgo = `update submissions set sent_from = sent_from - interval '4 minutes',
  sent_until = sent_until - interval '4 minutes', lease_until = lease_until - interval '4 minutes'
  where state in ('sending', 'unknown')`

/** The commit of a claim then waits for the advisory lock 1: after it, and before the POST. */
const commitWaits = `create function wait_for_one() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(1); return null; end $$;
  create constraint trigger commit_waits after insert on submissions
    deferrable initially deferred for each row execute function wait_for_one()`

const unknown = { code: 'submit_unknown', charged: 'unknown' }

test.describe('one of two servers on a Postgres is killed', () => {
  const programs = postgresPrograms()
  test.skip(programs === null, 'no Postgres on this machine')

  let postgres: Postgres
  let hand: ReturnType<typeof openLocks>
  let krea: FakeKrea
  let dying: Playground
  let other: Playground
  const start = () => startPlayground({ ...settings(krea), DATABASE_URL: postgres.url })
  test.beforeAll(async () => {
    ;[postgres, krea] = await Promise.all([startPostgres(programs ?? ''), startKrea()])
    hand = openLocks(postgres.url)
    ;[dying, other] = await Promise.all([start(), start()])
  })
  test.afterAll(async () => {
    await Promise.all([dying.stop(), other.stop(), hand.stop()])
    await Promise.all([krea.stop(), postgres.stop()])
  })

  /** A server that has not swept yet sweeps with its first submission. */
  async function sweepLater() {
    await hand.sql.unsafe(longAgo)
    dying = await start()
    await postJob(dying.url)
  }

  test('between reserve and send: nothing was sent, nothing is, and the money comes back', async () => {
    const key = randomUUID()
    const before = await spent(other.url)
    await hand.sql.unsafe(commitWaits)
    const letGo = await hand.hold('select pg_advisory_xact_lock(1)')
    const posted = postJob(dying.url, { key }).catch(() => null)
    await expect.poll(() => hand.waiting('commit%')).toBe(1)
    await dying.kill()
    await letGo()
    expect(await posted).toBeNull()
    await expect.poll(() => spent(other.url)).toBe(before + price)
    await hand.sql.unsafe('drop trigger commit_waits on submissions')

    expect(await problemOf(await postJob(other.url, { key }))).toMatchObject(unknown)
    expect(krea.count(submitted)).toBe(0)
    await sweepLater()
    await expect.poll(() => spent(other.url)).toBe(before + price)
    expect(await problemOf(await postJob(other.url, { key }))).toMatchObject(unknown)
    expect(krea.count(submitted), 'only the one that woke the sweep').toBe(1)
  })

  test('between send and answer, where Krea made no job: the same', async () => {
    const key = randomUUID()
    const [before, posts] = [await spent(other.url), krea.count(submitted)]
    krea.fault(submitted, hang)
    const posted = postJob(dying.url, { key }).catch(() => null)
    await expect.poll(() => krea.count(submitted)).toBe(posts + 1)
    await dying.kill()
    expect(await posted).toBeNull()

    expect(await problemOf(await postJob(other.url, { key }))).toMatchObject(unknown)
    expect(await spent(other.url)).toBeCloseTo(before + price)
    await sweepLater()
    await expect.poll(() => spent(other.url)).toBeCloseTo(before + price)
    expect(krea.count(submitted)).toBe(posts + 2)
  })

  test('between answer and record: the other finds the job, and its end decides what is charged', async () => {
    const key = randomUUID()
    const [before, posts] = [await spent(other.url), krea.count(submitted)]
    let reply = () => {}
    const slow: Reply = (response, seen) => {
      const job = krea.addJob()
      reply = () => answer(200, job)(response, seen)
    }
    krea.fault(submitted, slow)
    const posted = postJob(dying.url, { key }).catch(() => null)
    await expect.poll(() => krea.count(submitted)).toBe(posts + 1)
    const letGo = await hand.hold(`select 1 from submissions where key = '${key}' for update`)
    reply()
    await expect.poll(() => hand.waiting('update "submissions" set %"job_id" =%')).toBe(1)
    await dying.kill()
    await hand.endWaiting()
    await letGo()
    expect(await posted).toBeNull()

    const found = await postJob(other.url, { key })
    expect(found.status).toBe(200)
    const { id } = await jobOf(found)
    expect(id).toBe([...krea.jobs.keys()].at(-1))
    expect(krea.count(submitted)).toBe(posts + 1)
    expect(await spent(other.url)).toBeCloseTo(before + price)
    krea.addJob({ job_id: id, status: 'failed', error: { code: 'nsfw' } })
    await expect(async () => {
      expect((await jobOf(await fetch(`${other.url}/api/jobs/${id}`))).phase).toBe('failed')
    }).toPass()
    expect(await spent(other.url)).toBeCloseTo(before)
    dying = await start()
  })
})

test.describe('the one server on an embedded database is killed', () => {
  let folder: string
  let krea: FakeKrea
  let playground: Playground
  const start = () => startPlayground({ ...settings(krea), DATA_DIR: folder })
  test.beforeAll(async () => {
    folder = await newDataFolder()
    krea = await startKrea()
    playground = await start()
  })
  test.afterAll(async () => {
    await playground.stop()
    await krea.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function inFolder(statement: string) {
    const db = await PGlite.create(join(folder, 'ledger'))
    await db.exec(statement)
    await db.close()
  }

  /** Krea gets the request, does this, and its answer never comes. */
  async function killWhile(reply: Reply) {
    const key = randomUUID()
    const posts = krea.count(submitted)
    krea.fault(submitted, reply)
    const posted = postJob(playground.url, { key }).catch(() => null)
    await expect.poll(() => krea.count(submitted)).toBe(posts + 1)
    await playground.kill()
    expect(await posted).toBeNull()
    return key
  }

  test('before Krea made a job: nothing is sent again, and the money comes back', async () => {
    const key = await killWhile(hang)
    playground = await start()
    expect(await spent(playground.url)).toBe(price)
    expect(await problemOf(await postJob(playground.url, { key }))).toMatchObject(unknown)
    await playground.kill()
    await inFolder(longAgo)
    playground = await start()
    await postJob(playground.url)
    await expect.poll(() => spent(playground.url)).toBe(price)
    expect(krea.count(submitted), 'the lost one, and the one that woke the sweep').toBe(2)
  })

  test('after Krea made it and before that was written: it is found, and paid once', async () => {
    const before = await spent(playground.url)
    const posts = krea.count(submitted)
    const key = await killWhile(() => krea.addJob())
    playground = await start()
    const found = await postJob(playground.url, { key })
    expect([found.status, (await jobOf(found)).id]).toEqual([200, [...krea.jobs.keys()].at(-1)])
    expect(krea.count(submitted)).toBe(posts + 1)
    expect(await spent(playground.url)).toBeCloseTo(before + price)
  })
})
