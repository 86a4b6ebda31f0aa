import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { answer, type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { jobOf, model, postJob, problemOf } from '../../fixtures/server/ask'
import { newDataFolder } from '../../fixtures/server/data-folder'
import { openLocks } from '../../fixtures/server/locks'
import { type Playground, startPlayground } from '../../fixtures/server/playground'
import { type Postgres, postgresPrograms, startPostgres } from '../../fixtures/server/postgres'

test.describe.configure({ mode: 'serial' })

const submitted = /^POST \/generate/
const unknown = { code: 'submit_unknown', charged: 'unknown' }
const later = { code: 'unavailable', charged: 'no' }

const settings = (krea: FakeKrea) => ({
  KREA_API_BASE_URL: krea.url,
  KREA_API_TOKEN: 'lost-test-token',
  PLAYGROUND_PUBLIC: '1',
  BUDGET_USD_PER_DAY: '1',
  TRUST_PROXY: '1',
})

const health = async (url: string) => (await fetch(`${url}/api/health`)).json()

test.describe('two servers on a Postgres that is lost', () => {
  const programs = postgresPrograms()
  test.skip(programs === null, 'no Postgres on this machine')

  let postgres: Postgres
  let hand: ReturnType<typeof openLocks>
  let ledger: ReturnType<typeof openLocks>
  let krea: FakeKrea
  let one: Playground
  let other: Playground
  test.beforeAll(async () => {
    ;[postgres, krea] = await Promise.all([startPostgres(programs ?? ''), startKrea()])
    hand = openLocks(postgres.url)
    await hand.sql`create database ledger`
    const url = postgres.url.replace(/postgres$/, 'ledger')
    ledger = openLocks(url)
    const start = () => startPlayground({ ...settings(krea), DATABASE_URL: url })
    ;[one, other] = await Promise.all([start(), start()])
  })
  test.afterAll(async () => {
    await Promise.all([one.stop(), other.stop(), hand.stop(), ledger.stop()])
    await Promise.all([krea.stop(), postgres.stop()])
  })

  /** As when it stops: connections end, and no new one is taken. */
  async function lose() {
    await hand.sql`alter database ledger allow_connections false`
    await hand.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'ledger'`
  }
  const regain = () => hand.sql`alter database ledger allow_connections true`

  /** Krea has the POST, and answers when told to. */
  async function submit(url: string, key: string) {
    const before = krea.count(submitted)
    let reply = () => {}
    krea.fault(submitted, (response, seen) => {
      const job = krea.addJob()
      reply = () => answer(200, job)(response, seen)
    })
    const posted = postJob(url, { key })
    await expect.poll(() => krea.count(submitted)).toBe(before + 1)
    return { posted, reply: () => reply() }
  }

  test('lost between POST and answer: nobody is told “not charged”, and the same key finds the job', async () => {
    const key = randomUUID()
    const { posted, reply } = await submit(one.url, key)
    await lose()
    reply()
    expect(await problemOf(await posted)).toMatchObject(unknown)
    expect(await problemOf(await postJob(one.url, { key })), 'asked again').toMatchObject(unknown)
    await regain()
    const found = await postJob(one.url, { key })
    expect([found.status, (await jobOf(found)).id]).toEqual([200, [...krea.jobs.keys()].at(-1)])
    expect(krea.count(submitted)).toBe(1)
  })

  test('lost before the claim: “try later”, nothing is sent, and the same key is sold afterwards', async () => {
    const key = randomUUID()
    const before = krea.count(submitted)
    await lose()
    const refused = await postJob(one.url, { key })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await problemOf(refused)).toMatchObject(later)
    expect(await health(one.url)).toMatchObject({ ok: true, ledger: 'closed' })
    await regain()
    expect(krea.count(submitted)).toBe(before)
    await expect.poll(async () => (await health(one.url)).ledger).toBe('postgres')
    expect((await postJob(one.url, { key })).status).toBe(201)
    expect(krea.count(submitted)).toBe(before + 1)
  })

  test('a server that freezes with the lock of the budget does not stop the other', async () => {
    const before = krea.count(submitted)
    const letGo = await ledger.hold('select pg_advisory_xact_lock(7205759402)')
    const frozen = postJob(one.url)
    await expect.poll(() => ledger.waiting('%pg_advisory_xact_lock%')).toBe(1)
    process.kill(one.pid, 'SIGSTOP')
    await letGo()
    expect((await postJob(other.url)).status).toBe(201)
    process.kill(one.pid, 'SIGCONT')
    expect(await problemOf(await frozen)).toMatchObject(later)
    expect(krea.count(submitted)).toBe(before + 1)
  })

  test('a flood of refused orders reserves nothing: others are served on the budget that is there', async () => {
    const limited = await startPlayground({
      ...settings(krea),
      DATABASE_URL: postgres.url,
      BUDGET_USD_PER_DAY: '0.02',
      RATE_LIMIT_PER_MINUTE: '1',
    })
    const from = (address: string) =>
      postJob(limited.url, { headers: { 'X-Forwarded-For': address } })
    const flood = Array.from({ length: 40 }, () => from('198.51.100.1'))
    const stranger = from('198.51.100.2')
    expect((await stranger).status).toBe(201)
    const statuses = (await Promise.all(flood)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 429)).toHaveLength(39)
    await limited.stop()
  })

  test('what a database refuses is logged without prompt, visitor, or the secret of the webhook', async () => {
    await ledger.sql.unsafe(`create function quote() returns trigger language plpgsql as
        $$ begin raise exception 'bad: % % %', new.input, new.visitor, new.hook using errcode = '22P02'; end $$;
      create trigger quote before insert on submissions for each row execute function quote()`)
    const prompt = 'words-for-nobodys-eyes'
    const failed = await postJob(one.url, { body: { model, input: { prompt } } })
    await ledger.sql`drop trigger quote on submissions`
    expect(failed.status).toBeGreaterThanOrEqual(500)
    await expect.poll(() => one.output()).toContain('"code":"22P02"')
    for (const hidden of [prompt, 'params', 'insert into'])
      expect(one.output()).not.toContain(hidden)
  })
})

test.describe('an embedded database', () => {
  let krea: FakeKrea
  let folder: string
  test.beforeEach(async () => {
    folder = await newDataFolder()
    krea = await startKrea()
  })
  test.afterEach(async () => {
    await krea.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('that is damaged is neither replaced nor forgotten: nothing is sold, and a copy is made', async () => {
    writeFileSync(join(folder, 'ledger', 'global', 'pg_control'), 'no control file')
    const playground = await startPlayground({ ...settings(krea), DATA_DIR: folder })
    expect(await problemOf(await postJob(playground.url))).toMatchObject(later)
    expect(await health(playground.url)).toMatchObject({ ledger: 'closed' })
    expect(playground.output()).toContain('is damaged')
    await playground.stop()
    const [copy = ''] = readdirSync(folder).filter((name) => name.startsWith('ledger-damaged-'))
    expect(readdirSync(join(folder, copy))).toContain('global')
    expect(krea.count(submitted)).toBe(0)
  })

  test('takes prompts that hold half an emoji or nothing at all as text', async () => {
    const playground = await startPlayground({ ...settings(krea), DATA_DIR: folder })
    const made = []
    for (const prompt of ['words \ud83d', 'a\0b', '\ud83d\ude00'])
      made.push(await postJob(playground.url, { body: { model, input: { prompt } } }))
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201])
    const prompts = krea.seen
      .filter(({ path }) => path.startsWith('/generate'))
      .map(({ body }) => JSON.parse(body).prompt)
    expect(prompts).toEqual(['words \ufffd', 'ab', '\ud83d\ude00'])
    await playground.stop()
  })
})
