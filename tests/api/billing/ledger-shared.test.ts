import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { postPass } from '@/lib/contract/passes'
import { answer, type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { jobOf, postJob, problemOf } from '../../fixtures/server/ask'
import { cookieOf, sendPassword } from '../../fixtures/server/cookies'
import { newDataFolder } from '../../fixtures/server/data-folder'
import { type Playground, startPlayground } from '../../fixtures/server/playground'
import { type Postgres, postgresPrograms, startPostgres } from '../../fixtures/server/postgres'

test.describe.configure({ mode: 'serial' })

const password = 'the password of this test'
const adminPassword = 'the owner of this test'
const submitted = /^POST \/generate/
/** Whether its key was sent before is in the ledger that another server has. */
const unread = { code: 'unavailable', charged: 'unknown' }

let lastAddress = 0
const fromSomewhere = () => ({ 'X-Forwarded-For': `198.51.100.${++lastAddress}` })

const settings = (krea: FakeKrea) => ({
  KREA_API_BASE_URL: krea.url,
  KREA_API_TOKEN: 'shared-test-token',
  PLAYGROUND_PASSWORD: password,
  PLAYGROUND_ADMIN_PASSWORD: adminPassword,
  RATE_LIMIT_PER_MINUTE: '10',
  TRUST_PROXY: '1',
})

const enter = (url: string, word = password, headers = fromSomewhere()) =>
  sendPassword(`${url}/api/unlock`, word, headers)

const health = async (url: string) => (await fetch(`${url}/api/health`)).json()

test.describe('two servers on one Postgres', () => {
  const programs = postgresPrograms()
  test.skip(programs === null, 'no Postgres on this machine')

  let postgres: Postgres
  let krea: FakeKrea
  let one: Playground
  let other: Playground
  test.beforeAll(async () => {
    ;[postgres, krea] = await Promise.all([startPostgres(programs ?? ''), startKrea()])
    const env = { ...settings(krea), DATABASE_URL: postgres.url }
    ;[one, other] = await Promise.all([startPlayground(env), startPlayground(env)])
  })
  test.afterAll(async () => {
    await Promise.all([one.stop(), other.stop()])
    await Promise.all([krea.stop(), postgres.stop()])
  })
  const at = (index: number) => (index % 2 === 0 ? one.url : other.url)

  test('each says where its ledger is stored', async () => {
    expect(await health(one.url)).toMatchObject({ ok: true, ledger: 'postgres' })
  })

  test('an address has five login attempts a minute at both together, in a burst too', async () => {
    const headers = fromSomewhere()
    const attempts = Array.from({ length: 30 }, (_, index) => enter(at(index), 'x', headers))
    const statuses = (await Promise.all(attempts)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(25)
    const right = await enter(other.url, password, headers)
    expect(await problemOf(right)).toMatchObject({ code: 'rate_limited' })
    expect((await enter(other.url)).status).toBe(200)
  })

  test('a session ended at one is ended at the other, where it was in use', async () => {
    const headers = { Cookie: cookieOf(await enter(one.url)) }
    const budget = () => fetch(`${other.url}/api/budget`, { headers })
    expect((await budget()).status).toBe(200)
    await fetch(`${one.url}/api/unlock`, { method: 'DELETE', headers })
    await expect.poll(async () => (await budget()).status).toBe(401)
  })

  test('a pass revoked at one buys nothing at the other, from the next request on', async () => {
    const owner = cookieOf(await sendPassword(`${one.url}/api/owner`, adminPassword))
    const admin = { 'Content-Type': 'application/json', Cookie: owner }
    const made = await fetch(`${one.url}/api/passes`, {
      method: 'POST',
      headers: admin,
      body: JSON.stringify({ name: 'Ada', dollars: 1 }),
    })
    const { pass, url } = postPass.answer.parse(await made.json())
    const link = `${other.url}${new URL(url).pathname}`
    const headers = { Cookie: cookieOf(await fetch(link, { redirect: 'manual' })) }
    const job = await jobOf(await postJob(other.url, { headers }))
    const before = krea.count(submitted)
    await fetch(`${one.url}/api/passes/${pass.id}`, { method: 'DELETE', headers: admin })
    const refused = await postJob(other.url, { headers })
    expect([refused.status, (await problemOf(refused)).code]).toEqual([403, 'forbidden'])
    expect(krea.count(submitted)).toBe(before)
    const read = () => fetch(`${other.url}/api/jobs/${job.id}`, { headers })
    await expect.poll(async () => (await read()).status).toBe(403)
  })

  test('a visitor has the submissions of a minute once, not at each server', async () => {
    const headers = { ...fromSomewhere(), Cookie: cookieOf(await enter(one.url)) }
    const posts = Array.from({ length: 30 }, (_, index) => postJob(at(index), { headers }))
    const statuses = (await Promise.all(posts)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
  })
})

test.describe('one folder', () => {
  let folder: string
  let krea: FakeKrea
  const start = (more = {}) => startPlayground({ ...settings(krea), DATA_DIR: folder, ...more })
  test.beforeAll(async () => {
    folder = await newDataFolder()
    krea = await startKrea()
  })
  test.afterAll(async () => {
    await krea.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const setup = async ({ url }: Playground) => {
    const cookie = cookieOf(await sendPassword(`${url}/api/owner`, adminPassword))
    return (await fetch(`${url}/admin`, { headers: { Cookie: cookie } })).text()
  }
  const refusedOrder = async ({ url }: Playground) => {
    const headers = { Cookie: cookieOf(await enter(url)) }
    return problemOf(await postJob(url, { headers }))
  }

  test('a second server on it sells nothing and says so, until a crash gives the folder free', async () => {
    const first = await start()
    const second = await start()
    expect(await health(first.url)).toMatchObject({ ledger: 'files', degraded: [] })
    expect(await setup(first)).toContain(`An embedded database in ${folder}`)
    expect(await health(second.url)).toMatchObject({
      ok: true,
      ledger: 'closed',
      degraded: ['The ledger cannot be read or written: nothing can be made.'],
    })
    expect(await refusedOrder(second)).toMatchObject(unread)
    expect(await setup(second)).toContain(`Another process holds ${folder}`)
    expect(second.output()).toContain('the ledger cannot be opened')
    expect(krea.count(submitted)).toBe(0)
    await first.kill()
    await expect.poll(async () => (await health(second.url)).ledger).toBe('files')
    const headers = { Cookie: cookieOf(await enter(second.url)) }
    expect((await postJob(second.url, { headers })).status).toBe(201)
    await second.stop()
    expect(existsSync(join(folder, 'lock')), 'given back').toBe(false)
  })

  test('a server that starts beside one that ends takes its ledger up: a key is one job, a budget one', async () => {
    const key = randomUUID()
    const before = krea.count(submitted)
    const first = await start({ BUDGET_USD_PER_DAY: '0.02' })
    const headers = { Cookie: cookieOf(await enter(first.url)) }
    let reply = () => {}
    krea.fault(submitted, (response, seen) => {
      const job = krea.addJob()
      reply = () => answer(200, job)(response, seen)
    })
    const posted = postJob(first.url, { key, headers })
    await expect.poll(() => krea.count(submitted)).toBe(before + 1)
    const stopped = first.stop()
    const second = await start({ BUDGET_USD_PER_DAY: '0.02' })
    const refused = await postJob(second.url, { key, headers })
    expect(refused.headers.get('retry-after')).not.toBeNull()
    expect(await problemOf(refused), 'its POST is under way elsewhere').toMatchObject(unread)
    reply()
    const { id } = await jobOf(await posted)
    await stopped
    await expect.poll(async () => (await health(second.url)).ledger).toBe('files')
    const again = await postJob(second.url, { key, headers })
    expect([again.status, (await jobOf(again)).id]).toEqual([200, id])
    expect(krea.count(submitted)).toBe(before + 1)
    await second.stop()
  })

  test('a restart gives no more login attempts, and brings no ended session back', async () => {
    const before = await start()
    const headers = { Cookie: cookieOf(await enter(before.url)) }
    await fetch(`${before.url}/api/unlock`, { method: 'DELETE', headers })
    const address = fromSomewhere()
    for (let attempt = 0; attempt < 5; attempt++) await enter(before.url, 'x', address)
    await before.kill()
    const after = await start()
    expect((await fetch(`${after.url}/api/budget`, { headers })).status).toBe(401)
    expect((await enter(after.url, password, address)).status).toBe(429)
    await after.stop()
  })
})
