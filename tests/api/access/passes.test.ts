import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { getBudget } from '@/lib/contract/budget'
import { changePass, getPasses, postPass } from '@/lib/contract/passes'
import { createPass } from '@/lib/server/access/passes'
import type { FakeKrea } from '../../fixtures/krea/krea-server'
import { jobOf, model, postJob, problemOf } from '../../fixtures/server/ask'
import { cookieOf } from '../../fixtures/server/cookies'
import { newLedger } from '../../fixtures/server/ledger'
import { startOwnedPlayground } from '../../fixtures/server/owned-playground'
import type { Playground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

const submitted = /^POST \/generate/
let krea: FakeKrea
let playground: Playground
let owner: string
let expiredSecret: string
let stop: () => Promise<void>
test.beforeAll(async () => {
  const DATA_DIR = await withExpiredPass()
  ;({ krea, playground, owner, stop } = await startOwnedPlayground({
    DATA_DIR,
    PLAYGROUND_PASSWORD: 'the password of this test',
    RATE_LIMIT_PER_MINUTE: '1000',
  }))
})
test.afterAll(() => stop())

/** A data folder with a pass that was made and ended long ago. */
async function withExpiredPass(): Promise<string> {
  const { db, dataFolder, close } = await newLedger()
  const expired = { name: 'Expired', micros: 1_000_000, models: null }
  const expiresAt = new Date('2026-01-02T00:00:00Z')
  const madeAt = Date.parse('2026-01-01T00:00:00Z')
  ;({ secret: expiredSecret } = await createPass(db, { ...expired, expiresAt }, madeAt))
  await close()
  return dataFolder
}

const passRoute = (method: string, body?: unknown, cookie = owner, path = '') =>
  fetch(`${playground.url}/api/passes${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Cookie: cookie },
    body: body === undefined ? undefined : JSON.stringify(body),
  })

async function makePass(of: object = {}) {
  const made = await passRoute('POST', { name: 'Ada', dollars: 1, ...of })
  expect(made.status).toBe(201)
  return postPass.answer.parse(await made.json())
}

/** Follows a guest's link; the cookie that it gives. */
async function enter(url: string): Promise<{ Cookie: string }> {
  const entered = await fetch(url, { redirect: 'manual' })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/'])
  return { Cookie: cookieOf(entered) }
}

const budgetOf = async (headers: { Cookie: string }) =>
  getBudget.answer.parse(await (await fetch(`${playground.url}/api/budget`, { headers })).json())

test('only the owner makes, lists and revokes passes', async () => {
  for (const answer of [
    await passRoute('POST', { name: 'Eve', dollars: 1 }, ''),
    await passRoute('GET', undefined, ''),
    await passRoute('DELETE', undefined, '', `/${randomUUID()}`),
  ])
    expect((await problemOf(answer)).code).toBe('locked')
})

test('a guest’s link opens the playground, and what it makes is paid by the pass', async () => {
  const { pass, url, qr } = await makePass()
  expect(qr).toMatch(/^<svg/)
  const headers = await enter(url)
  expect((await postJob(playground.url, { headers })).status).toBe(201)
  expect(await budgetOf(headers)).toMatchObject({
    leftToday: null,
    leftForYou: 0.993,
    pass: { name: 'Ada', models: null },
  })
  const { passes } = getPasses.answer.parse(await (await passRoute('GET')).json())
  expect(passes.find(({ id }) => id === pass.id)).toMatchObject({ spent: 0.007, jobs: 1 })
})

test('the link is stored nowhere: neither in the list nor in the log', async () => {
  const { url } = await makePass()
  await enter(url)
  const secret = url.split('/').at(-1) ?? ''
  expect(await (await passRoute('GET')).text()).not.toContain(secret)
  expect(playground.output()).not.toContain(secret)
})

test('an overspent pass is refused with the remaining dollars, before anything is sent', async () => {
  const headers = await enter((await makePass({ dollars: 0.01 })).url)
  await postJob(playground.url, { headers })
  const before = krea.count(submitted)
  const refused = await postJob(playground.url, { headers })
  expect(refused.status).toBe(402)
  const problem = await problemOf(refused)
  expect(problem).toMatchObject({ code: 'budget_exceeded', charged: 'no' })
  expect(problem.detail).toContain('$0.003 left')
  expect(krea.count(submitted)).toBe(before)
})

test('a pass for some models is for those only', async () => {
  const own = await enter((await makePass({ models: [model] })).url)
  const other = await enter((await makePass({ models: ['image/bfl/flux-1.1-pro'] })).url)
  expect((await postJob(playground.url, { headers: own })).status).toBe(201)
  const before = krea.count(submitted)
  const refused = await postJob(playground.url, { headers: other })
  expect([refused.status, (await problemOf(refused)).code]).toEqual([403, 'forbidden'])
  expect(krea.count(submitted)).toBe(before)
})

test('a pass is topped up and extended, twice to the same effect, by its owner only', async () => {
  const { pass, url } = await makePass({ dollars: 0.01 })
  const headers = await enter(url)
  await postJob(playground.url, { headers })
  expect((await postJob(playground.url, { headers })).status).toBe(402)

  const change = { dollars: 2, expiresAt: '2100-01-01T00:00:00.000Z' }
  const path = `/${pass.id}`
  expect((await passRoute('PATCH', change, headers.Cookie, path)).status).toBe(401)
  for (const _ of ['once', 'twice']) {
    const answer = await passRoute('PATCH', change, owner, path)
    expect(answer.status).toBe(200)
    expect(changePass.answer.parse(await answer.json()).pass).toMatchObject({
      ...change,
      spent: 0.007,
      state: 'open',
    })
  }
  expect((await postJob(playground.url, { headers })).status).toBe(201)
  expect(await budgetOf(headers)).toMatchObject({ leftForYou: 1.986 })

  const noEnd = await passRoute('PATCH', { expiresAt: null }, owner, path)
  expect(changePass.answer.parse(await noEnd.json()).pass).toMatchObject({
    dollars: 2,
    expiresAt: null,
  })
  const past = await passRoute('PATCH', { expiresAt: '2020-01-01T00:00:00.000Z' }, owner, path)
  expect(past.status).toBe(400)
  await passRoute('DELETE', undefined, owner, path)
  expect((await passRoute('PATCH', change, owner, path)).status).toBe(404)
})

test('revoking takes effect at once, on the next request of the guest', async () => {
  const { pass, url } = await makePass()
  const headers = await enter(url)
  const job = await jobOf(await postJob(playground.url, { headers }))
  expect((await passRoute('DELETE', undefined, owner, `/${pass.id}`)).status).toBe(200)
  const before = krea.count(submitted)
  for (const answer of [
    await postJob(playground.url, { headers }),
    await fetch(`${playground.url}/api/jobs/${job.id}`, { headers }),
    await fetch(url, { redirect: 'manual' }),
  ]) {
    expect(answer.status).toBe(403)
    expect(await problemOf(answer)).toMatchObject({ code: 'forbidden', charged: 'no' })
  }
  expect(krea.count(submitted)).toBe(before)
})

test('an expired pass opens nothing, and its link says since when', async () => {
  const refused = await fetch(`${playground.url}/p/${expiredSecret}`, { redirect: 'manual' })
  expect(refused.status).toBe(403)
  expect((await problemOf(refused)).detail).toContain('expired on 2026-01-02')
  const { passes } = getPasses.answer.parse(await (await passRoute('GET')).json())
  expect(passes.find(({ name }) => name === 'Expired')).toMatchObject({ state: 'expired' })
})

test('a pass that ends before it begins is not made', async () => {
  const made = await passRoute('POST', {
    name: 'Ada',
    dollars: 1,
    expiresAt: '2020-01-01T00:00:00Z',
  })
  expect(made.status).toBe(400)
  expect((await problemOf(made)).fields?.map(({ path }) => path)).toEqual(['expiresAt'])
})

test('a forged link and a forged cookie open nothing; people see a page that explains it', async () => {
  const forged = `${playground.url}/p/${'A'.repeat(32)}`
  const refused = await fetch(forged, { redirect: 'manual' })
  expect([refused.status, (await problemOf(refused)).code]).toEqual([403, 'forbidden'])
  const person = await fetch(forged, { headers: { Accept: 'text/html' } })
  expect(await person.text()).toContain('This pass no longer works')
  const { Cookie } = await enter((await makePass()).url)
  const cut = await postJob(playground.url, { headers: { Cookie: Cookie.slice(0, -4) } })
  expect([cut.status, (await problemOf(cut)).code]).toEqual([401, 'locked'])
})

test('a guest sees the jobs of the own pass and no others', async () => {
  const [ada, bob] = [await enter((await makePass()).url), await enter((await makePass()).url)]
  const job = await jobOf(await postJob(playground.url, { headers: ada }))
  const read = (headers: { Cookie: string }) =>
    fetch(`${playground.url}/api/jobs/${job.id}`, { headers })
  expect((await read(ada)).status).toBe(200)
  expect([(await read(bob)).status, (await read({ Cookie: owner })).status]).toEqual([404, 200])
  const many = await fetch(`${playground.url}/api/jobs?ids=${job.id}`, { headers: bob })
  expect(await many.json()).toEqual({ jobs: [], missing: [job.id] })
  const cancelled = await fetch(`${playground.url}/api/jobs/${job.id}`, {
    method: 'DELETE',
    headers: bob,
  })
  expect(cancelled.status).toBe(404)
  expect(krea.count(/^DELETE/)).toBe(0)
})
