import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { type FakeKrea, hang, startKrea } from '../../fixtures/krea/krea-server'
import { jobOf, model, postJob, problemOf } from '../../fixtures/server/ask'
import { newDataFolder } from '../../fixtures/server/data-folder'
import { type Playground, startPlayground } from '../../fixtures/server/playground'
import { type Postgres, postgresPrograms, startPostgres } from '../../fixtures/server/postgres'

const submitted = /^POST \/generate/
const token = 'ledger-test-token'

/** flux-1-dev costs $0.007: 42 of them fit into this budget. */
const budget = '0.3'
const fitIntoBudget = 42
/** So many that they wait for each other, and no longer than a busy server lets them wait. */
const atOnce = 150

const settings = (krea: FakeKrea) => ({
  KREA_API_BASE_URL: krea.url,
  KREA_API_TOKEN: token,
  PLAYGROUND_PUBLIC: '1',
  RATE_LIMIT_PER_MINUTE: '100000',
  LOG_LEVEL: 'error',
})

test.describe('two servers on one Postgres', () => {
  const programs = postgresPrograms()
  test.skip(programs === null, 'no Postgres on this machine')
  test.describe.configure({ mode: 'serial' })

  let postgres: Postgres
  let krea: FakeKrea
  let servers: Playground[]
  test.beforeAll(async () => {
    ;[postgres, krea] = await Promise.all([startPostgres(programs ?? ''), startKrea()])
    const env = { ...settings(krea), DATABASE_URL: postgres.url, BUDGET_USD_PER_DAY: budget }
    servers = await Promise.all([startPlayground(env), startPlayground(env)])
  })
  test.afterAll(async () => {
    await Promise.all(servers.map(({ stop }) => stop()))
    await Promise.all([krea.stop(), postgres.stop()])
  })
  const at = (index: number) => servers[index % servers.length]?.url ?? ''

  test('one key at both at once is one POST, and both answer the same job', async () => {
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => postJob(at(index), { key })),
    )
    const ids = await Promise.all(answers.map(async (one) => (await jobOf(one)).id))
    expect(new Set(ids).size).toBe(1)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(krea.count(submitted)).toBe(1)
  })

  test('a server killed before its answer: the other finds the job and sends nothing', async () => {
    const key = randomUUID()
    const before = krea.count(submitted)
    krea.fault(submitted, () => krea.addJob())
    const dying = postJob(at(0), { key }).catch(() => null)
    await expect.poll(() => krea.count(submitted)).toBe(before + 1)
    await servers[0]?.kill()
    expect(await dying).toBeNull()
    const found = await postJob(at(1), { key })
    expect(found.status).toBe(200)
    expect((await jobOf(found)).id).toBe([...krea.jobs.keys()].at(-1))
    expect(krea.count(submitted)).toBe(before + 1)
    servers[0] = await startPlayground({
      ...settings(krea),
      DATABASE_URL: postgres.url,
      BUDGET_USD_PER_DAY: budget,
    })
  })

  test(`${atOnce} submissions at once on one budget: never a cent over, each key one POST`, async () => {
    const before = krea.count(submitted)
    const answers = await Promise.all(
      Array.from({ length: atOnce }, (_, index) => postJob(at(index))),
    )
    const made = answers.filter(({ status }) => status === 201).length
    const refused = answers.filter(({ status }) => status === 402)
    expect(krea.count(submitted)).toBe(fitIntoBudget)
    expect(made).toBe(fitIntoBudget - before)
    expect(refused).toHaveLength(atOnce - made)
    const problem = await problemOf(refused[0] ?? new Response())
    expect(problem).toMatchObject({ code: 'budget_exceeded', charged: 'no' })
    expect(problem.detail).toContain('$0.007')
    expect(problem.detail).toContain('$0.006 left today')
  })
})

test.describe('an embedded database', () => {
  test.describe.configure({ mode: 'serial' })

  let folder: string
  let krea: FakeKrea
  let playground: Playground
  const start = () =>
    startPlayground({ ...settings(krea), DATA_DIR: folder, BUDGET_USD_PER_DAY: '0.02' })
  test.beforeAll(async () => {
    folder = await newDataFolder({ hasTables: false })
    krea = await startKrea()
    playground = await start()
  })
  test.afterAll(async () => {
    await playground.stop()
    await krea.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a key is remembered over kill -9, and so is what was spent', async () => {
    const key = randomUUID()
    const job = await jobOf(await postJob(playground.url, { key }))
    await playground.kill()
    playground = await start()
    const again = await postJob(playground.url, { key })
    expect([again.status, (await jobOf(again)).id]).toEqual([200, job.id])
    expect(krea.count(submitted)).toBe(1)
    const remaining = await (await fetch(`${playground.url}/api/budget`)).json()
    expect(remaining).toMatchObject({ leftToday: 0.013, leftForYou: null })
  })

  test('killed while Krea had the request: after the restart nothing is sent again', async () => {
    const key = randomUUID()
    krea.fault(submitted, hang)
    const dying = postJob(playground.url, { key }).catch(() => null)
    await expect.poll(() => krea.count(submitted)).toBe(2)
    await playground.kill()
    expect(await dying).toBeNull()
    playground = await start()
    expect(await problemOf(await postJob(playground.url, { key }))).toMatchObject({
      code: 'submit_unknown',
      charged: 'unknown',
    })
    expect(krea.count(submitted)).toBe(2)
  })

  test('a failed or cancelled job gives its money back, a completed one does not', async () => {
    const leftToday = async () =>
      (await (await fetch(`${playground.url}/api/budget`)).json()).leftToday
    expect(await leftToday()).toBe(0.006)
    const [first] = [...krea.jobs.values()]
    krea.addJob({ ...first, status: 'failed', error: { code: 'nsfw' } })
    await fetch(`${playground.url}/api/jobs/${first?.job_id}`)
    expect(await leftToday()).toBe(0.013)
    const cancelled = await jobOf(await postJob(playground.url))
    expect(await leftToday()).toBe(0.006)
    await fetch(`${playground.url}/api/jobs/${cancelled.id}`, { method: 'DELETE' })
    expect(await leftToday()).toBe(0.013)
    const job = await jobOf(await postJob(playground.url))
    krea.addJob({
      job_id: job.id,
      status: 'completed',
      result: { urls: ['https://gen.krea.ai/a'] },
    })
    await expect(async () => {
      const read = await fetch(`${playground.url}/api/jobs/${job.id}`)
      expect((await jobOf(read)).phase).toBe('succeeded')
    }).toPass()
    expect(await leftToday()).toBe(0.006)
  })

  test('an ended job is answered from the ledger, even when Krea forgets it', async () => {
    const ended = [...krea.jobs.values()].find(({ status }) => status === 'completed')
    await playground.stop()
    playground = await start()
    const before = krea.seen.length
    const read = await fetch(`${playground.url}/api/jobs/${ended?.job_id}`)
    expect((await jobOf(read)).phase).toBe('succeeded')
    expect(krea.seen.length).toBe(before)
  })

  test('a request above the remaining budget is refused before anything is sent', async () => {
    const before = krea.count(submitted)
    const refused = await postJob(playground.url, { body: { model, input: { prompt: 'x' } } })
    expect(refused.status).toBe(402)
    expect(await problemOf(refused)).toMatchObject({ code: 'budget_exceeded', charged: 'no' })
    expect(krea.count(submitted)).toBe(before)
  })
})

test(`${atOnce} submissions at once on an embedded database: never a cent over`, async () => {
  const krea = await startKrea()
  const playground = await startPlayground({ ...settings(krea), BUDGET_USD_PER_DAY: budget })
  const answers = await Promise.all(Array.from({ length: atOnce }, () => postJob(playground.url)))
  const others = answers.filter(({ status }) => status !== 201 && status !== 402)
  const codes = await Promise.all(others.map(async (one) => (await problemOf(one)).code))
  expect(codes, 'neither made nor refused').toEqual([])
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(fitIntoBudget)
  expect(krea.count(submitted)).toBe(fitIntoBudget)
  await playground.stop()
  await krea.stop()
})
