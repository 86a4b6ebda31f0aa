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
/** Whether its key was sent before is in the ledger. */
const unread = { code: 'unavailable', charged: 'unknown' }

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

  const freeze = () => process.kill(one.pid, 'SIGSTOP')
  const thaw = () => process.kill(one.pid, 'SIGCONT')

  /** As if five seconds had gone by without a beat of its sender. */
  const expireLease = (key: string) =>
    expect
      .poll(() =>
        ledger.sql`update submissions set lease_until = now() - interval '1 second'
          where key = ${key} returning key`.then((rows) => rows.length),
      )
      .toBe(1)

  const chargedOf = async (jobId: string) =>
    (await ledger.sql`select charged from submissions where job_id = ${jobId}`).map(
      ({ charged }) => charged,
    )

  /** Both servers have the one job of a key, and Krea had one POST more. */
  async function expectOneJob(key: string, before: number): Promise<string> {
    const found = [await postJob(one.url, { key }), await postJob(other.url, { key })]
    expect(found.map(({ status }) => status)).toEqual([200, 200])
    const [id = '', again] = (await Promise.all(found.map(jobOf))).map((job) => job.id)
    expect([id, again]).toEqual([[...krea.jobs.keys()].at(-1), id])
    expect(krea.count(submitted)).toBe(before + 1)
    expect(await chargedOf(id)).toEqual(['reserved'])
    return id
  }

  // The first order of each wakes its first sweep.
  test('a server that freezes in its sweep: the other settles, and thawed it changes nothing', async () => {
    const result = { urls: ['https://gen.krea.ai/1.png'] }
    const { job_id: id } = krea.addJob({ status: 'completed', result })
    await ledger.sql`insert into submissions
        (key, mode, fingerprint, visitor, model, input, micros, exact, day, state, charged, instance, lease_until, sent_from, job_id, hook)
      values (${randomUUID()}, 'krea', '', 'somebody', ${model}, '{}', 7000, true, current_date, 'accepted', 'reserved',
        ${randomUUID()}, now(), now() - interval '2 minutes', ${id}, 'hook')`
    let list = () => {}
    krea.fault(/^GET \/jobs\?/, (response, seen) => {
      list = () => answer(200, { items: [krea.jobs.get(id)], next_cursor: null })(response, seen)
    })
    const frozen = await postJob(one.url)
    await expect.poll(() => krea.count(/^GET \/jobs\?/)).toBe(1)
    freeze()
    list()
    expect(await chargedOf(id)).toEqual(['reserved'])
    const sold = await postJob(other.url)
    await expect.poll(() => chargedOf(id)).toEqual(['yes'])
    thaw()
    expect(await health(one.url)).toMatchObject({ ok: true })
    expect([frozen.status, sold.status, await chargedOf(id)]).toEqual([201, 201, ['yes']])
  })

  test('lost between POST and answer: nobody is told “not charged”, and the same key finds the job', async () => {
    const key = randomUUID()
    const before = krea.count(submitted)
    const { posted, reply } = await submit(one.url, key)
    await lose()
    reply()
    expect(await problemOf(await posted)).toMatchObject(unknown)
    expect(await problemOf(await postJob(one.url, { key })), 'asked again').toMatchObject(unknown)
    await regain()
    const found = await postJob(one.url, { key })
    expect([found.status, (await jobOf(found)).id]).toEqual([200, [...krea.jobs.keys()].at(-1)])
    expect(krea.count(submitted)).toBe(before + 1)
  })

  test('lost before the claim: “try later”, nothing is sent, and the same key is sold afterwards', async () => {
    const key = randomUUID()
    const before = krea.count(submitted)
    await lose()
    const refused = await postJob(one.url, { key })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await problemOf(refused)).toMatchObject(unread)
    expect(await health(one.url)).toMatchObject({ ok: true, ledger: 'closed' })
    await regain()
    expect(krea.count(submitted)).toBe(before)
    await expect.poll(async () => (await health(one.url)).ledger).toBe('postgres')
    expect((await postJob(one.url, { key })).status).toBe(201)
    expect(krea.count(submitted)).toBe(before + 1)
  })

  test('a server that freezes with the lock of the budget does not stop the other, nor its own key', async () => {
    const key = randomUUID()
    const before = krea.count(submitted)
    const letGo = await ledger.hold('select pg_advisory_xact_lock(7205759402)')
    const frozen = postJob(one.url, { key })
    await expect.poll(() => ledger.waiting('%pg_advisory_xact_lock%')).toBe(1)
    freeze()
    await letGo()
    const [sold, repeated] = await Promise.all([postJob(other.url), postJob(other.url, { key })])
    expect([sold.status, repeated.status]).toEqual([201, 201])
    thaw()
    expect(await problemOf(await frozen), 'the other has sent its key').toMatchObject(unread)
    expect(krea.count(submitted)).toBe(before + 2)
  })

  test('a server that freezes between claim and POST: its key is unknown elsewhere, and one job once it wakes', async () => {
    const key = randomUUID()
    const before = krea.count(submitted)
    await ledger.sql.unsafe(`create function wait_for_one() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(1); return null; end $$;
      create constraint trigger commit_waits after insert on submissions
        deferrable initially deferred for each row execute function wait_for_one()`)
    const letGo = await ledger.hold('select pg_advisory_xact_lock(1)')
    const frozen = postJob(one.url, { key })
    await expect.poll(() => ledger.waiting('commit%')).toBe(1)
    freeze()
    await letGo()
    await expireLease(key)
    await ledger.sql`drop trigger commit_waits on submissions`
    expect(await problemOf(await postJob(other.url, { key }))).toMatchObject(unknown)
    expect(krea.count(submitted)).toBe(before)
    thaw()
    expect((await frozen).status).toBe(201)
    await expectOneJob(key, before)
  })

  test('a server that freezes while its POST is under way: the other finds the job', async () => {
    const key = randomUUID()
    const before = krea.count(submitted)
    const { posted, reply } = await submit(one.url, key)
    freeze()
    reply()
    await expireLease(key)
    expect((await postJob(other.url, { key })).status).toBe(200)
    thaw()
    expect((await posted).status).toBe(201)
    await expectOneJob(key, before)
  })

  test('a server that freezes between answer and record, and again when the job’s end is written: one job, charged once', async () => {
    const key = randomUUID()
    const before = krea.count(submitted)
    const { posted, reply } = await submit(one.url, key)
    const ofKey = `select 1 from submissions where key = '${key}' for update`
    const accepted = await ledger.hold(ofKey)
    reply()
    await expect.poll(() => ledger.waiting('update "submissions" set %"job_id" =%')).toBe(1)
    freeze()
    await accepted()
    expect((await postJob(other.url, { key })).status).toBe(200)
    thaw()
    expect((await posted).status).toBe(201)
    const id = await expectOneJob(key, before)

    const result = { urls: ['https://gen.krea.ai/1.png'] }
    krea.addJob({ ...krea.jobs.get(id), status: 'completed', result })
    const ended = await ledger.hold(ofKey)
    const read = fetch(`${one.url}/api/jobs/${id}`)
    await expect.poll(() => ledger.waiting('update "submissions" set %"charged" =%')).toBe(1)
    freeze()
    await ended()
    expect((await jobOf(await fetch(`${other.url}/api/jobs/${id}`))).phase).toBe('succeeded')
    expect(await chargedOf(id)).toEqual(['yes'])
    thaw()
    expect((await jobOf(await read)).phase).toBe('succeeded')
    expect(await chargedOf(id)).toEqual(['yes'])
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

  test('that is damaged is neither replaced nor forgotten: nothing is sold, no key is “not charged”, and a copy is made', async () => {
    writeFileSync(join(folder, 'ledger', 'global', 'pg_control'), 'no control file')
    const playground = await startPlayground({ ...settings(krea), DATA_DIR: folder })
    expect(await problemOf(await postJob(playground.url))).toMatchObject(unread)
    const body = { model: 'image/no/such-model', input: {} }
    expect(await problemOf(await postJob(playground.url, { body }))).toMatchObject({
      code: 'unknown_model',
      charged: 'unknown',
    })
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
