import { expect, test } from '@playwright/test'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { picture, uploadOf } from '../../fixtures/picture'
import { postJob, problemOf } from '../../fixtures/server/ask'
import { cookieOf, sendPassword } from '../../fixtures/server/cookies'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

const password = 'open sesame, says the test'
const adminPassword = 'the owner of this test'
const token = 'id:a-token-for-this-test'

const otherPassword = 'a-password-for-nobodys-eyes'

let krea: FakeKrea
let playground: Playground
/** Another instance: of another password, behind no proxy, and with a log that tells all. */
let other: Playground
/** Login attempts of one test must not count in another. */
let lastAddress = 0
const fromSomewhere = () => ({ 'X-Forwarded-For': `198.51.100.${++lastAddress}` })

const start = (env: Record<string, string> = {}) =>
  startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: token,
    PLAYGROUND_PASSWORD: password,
    PLAYGROUND_ADMIN_PASSWORD: adminPassword,
    TRUST_PROXY: '1',
    ...env,
  })

test.beforeAll(async () => {
  krea = await startKrea()
  ;[playground, other] = await Promise.all([
    start(),
    start({ PLAYGROUND_PASSWORD: otherPassword, TRUST_PROXY: '', LOG_LEVEL: 'debug' }),
  ])
})
test.afterAll(async () => {
  await Promise.all([playground.stop(), other.stop()])
  await krea.stop()
})

const unlock = (word = password, headers: Record<string, string> = fromSomewhere()) =>
  sendPassword(`${playground.url}/api/unlock`, word, headers)

async function unlocked(): Promise<string> {
  return cookieOf(await unlock())
}

test('without the password nothing is spent or read upstream, on any route', async () => {
  const { job_id } = krea.addJob()
  const before = krea.seen.length
  const get = (path: string, init?: RequestInit) => fetch(playground.url + path, init)
  const refused = [
    await postJob(playground.url),
    await get(`/api/jobs?ids=${job_id}`),
    await get(`/api/jobs/${job_id}`),
    await get(`/api/jobs/${job_id}`, { method: 'DELETE' }),
    await get('/api/assets', uploadOf(await picture())),
    await get('/api/styles?q=ink'),
    await get(`/api/images?url=${krea.url}/a.png`),
    await get('/api/reviews', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: 'Mine' }),
    }),
  ]
  for (const answer of refused)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([401, 'locked'])
  expect(krea.seen.length).toBe(before)
  expect((await get('/api/models')).status).toBe(200)
  expect(await (await get('/api/health')).json()).toMatchObject({ ok: true, locked: true })
})

test('whoever has the password may use everything', async () => {
  const cookie = await unlocked()
  const headers = { Cookie: cookie }
  expect((await postJob(playground.url, { headers })).status).toBe(201)
  expect((await fetch(`${playground.url}/api/styles`, { headers })).status).toBe(200)
  const health = await fetch(`${playground.url}/api/health`, { headers })
  expect(await health.json()).toMatchObject({ locked: false })
  expect((await postJob(playground.url)).status).toBe(401)
})

test('the cookie is for our server alone: no script reads it, no other site sends it', async () => {
  const plain = (await unlock()).headers.getSetCookie()
  expect(plain).toEqual([
    expect.stringMatching(
      /^krea-unlocked=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    ),
  ])
  const secure = await unlock(password, { ...fromSomewhere(), 'X-Forwarded-Proto': 'https' })
  expect(secure.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-krea-unlocked=.*; HttpOnly; SameSite=Lax; .*; Secure$/),
  ])
})

test('over https a cookie without the prefix counts for nothing', async () => {
  const headers = { Cookie: await unlocked(), 'X-Forwarded-Proto': 'https' }
  expect((await postJob(playground.url, { headers })).status).toBe(401)
})

test('a wrong password is refused with its code and gets no cookie', async () => {
  for (const wrong of ['', 'x', password.toUpperCase(), `${password} `, adminPassword]) {
    const answer = await unlock(wrong)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([401, 'wrong_password'])
    expect(answer.headers.getSetCookie()).toEqual([])
  }
})

test('an address has five login attempts a minute, the right password among them', async () => {
  const headers = fromSomewhere()
  for (let attempt = 0; attempt < 5; attempt++)
    expect((await unlock('x', headers)).status).toBe(401)
  const sixth = await unlock(password, headers)
  const problem = await problemOf(sixth)
  expect([sixth.status, problem.code]).toEqual([429, 'rate_limited'])
  expect(problem.retryAfterMs).toBeGreaterThan(30_000)
  expect(problem.retryAfterMs).toBeLessThanOrEqual(60_000)
  expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(30)
  expect((await unlock()).status).toBe(200)
})

test('in a burst of login attempts each one counts', async () => {
  const headers = fromSomewhere()
  const answers = await Promise.all(Array.from({ length: 30 }, () => unlock('x', headers)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(25)
})

test('no password and no cookie is in a log line', async () => {
  const cookie = cookieOf(await sendPassword(`${other.url}/api/unlock`, otherPassword))
  await sendPassword(`${other.url}/api/unlock`, `${otherPassword}-wrong`)
  await postJob(other.url, { headers: { Cookie: cookie } })
  expect(cookie).toMatch(/^krea-unlocked=./)
  await expect.poll(other.output).toContain('"path":"/api/jobs"')
  expect(other.output()).toContain('"path":"/api/unlock"')
  expect(other.output()).not.toContain(otherPassword)
  expect(other.output()).not.toContain(cookie.split('=')[1])
})

test('naming another address gives no more login attempts, with or without a proxy', async () => {
  const unlockFrom = (url: string, forwarded: string) =>
    sendPassword(url, 'x', { 'X-Forwarded-For': forwarded })
  // The owner's attempts are counted by themselves: no other test here makes any from this machine.
  const own = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7].map((n) => unlockFrom(`${other.url}/api/owner`, `192.0.2.${n}`)),
  )
  const proxied = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7].map((n) =>
      unlockFrom(`${playground.url}/api/unlock`, `192.0.2.${n}, 203.0.113.99`),
    ),
  )
  for (const answers of [own, proxied])
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2)
})

test('locking again ends the session, and a copy of its cookie opens nothing', async () => {
  const cookie = await unlocked()
  const other = await unlocked()
  const lock = await fetch(`${playground.url}/api/unlock`, {
    method: 'DELETE',
    headers: { Cookie: cookie },
  })
  expect(await lock.json()).toEqual({ locked: true })
  expect(lock.headers.getSetCookie()).toContainEqual(
    expect.stringMatching(/^krea-unlocked=; .*Max-Age=0$/),
  )
  const replayed = await postJob(playground.url, { headers: { Cookie: cookie } })
  expect([replayed.status, (await problemOf(replayed)).code]).toEqual([401, 'locked'])
  expect((await postJob(playground.url, { headers: { Cookie: other } })).status).toBe(201)
})

for (const [what, forge] of [
  ['changed in its middle', (cookie: string) => cookie.replace(/\.(..)/, '.xx')],
  ['cut short', (cookie: string) => cookie.slice(0, -3)],
  ['of another kind', (cookie: string) => cookie.replace('krea-unlocked', 'krea-owner')],
  ['empty', () => 'krea-unlocked='],
  ['a mere word', () => 'krea-unlocked=true'],
] as const)
  test(`a cookie ${what} opens nothing`, async () => {
    const headers = { Cookie: forge(await unlocked()) }
    const answer = await postJob(playground.url, { headers })
    expect([answer.status, (await problemOf(answer)).code]).toEqual([401, 'locked'])
  })

test('a session opens another instance with the same secrets, and none with another password', async () => {
  const headers = { Cookie: await unlocked() }
  const same = await start()
  expect((await postJob(same.url, { headers })).status).toBe(201)
  expect((await postJob(other.url, { headers })).status).toBe(401)
  await same.stop()
})

test('the owner has a password of their own, which opens the playground as well', async () => {
  const owner = `${playground.url}/api/owner`
  const wrong = await sendPassword(owner, password, fromSomewhere())
  expect([wrong.status, (await problemOf(wrong)).code]).toEqual([401, 'wrong_password'])
  const right = await sendPassword(owner, adminPassword, fromSomewhere())
  expect(right.headers.getSetCookie()[0], 'twelve hours').toContain('Max-Age=43200')
  const headers = { Cookie: cookieOf(right) }
  expect((await postJob(playground.url, { headers })).status).toBe(201)
  await fetch(owner, { method: 'DELETE', headers })
  expect((await postJob(playground.url, { headers })).status).toBe(401)
})

test('a foreign page can neither unlock nor lock', async () => {
  const headers = { Origin: 'https://evil.example', ...fromSomewhere() }
  const answers = [
    await unlock(password, headers),
    await fetch(`${playground.url}/api/unlock`, { method: 'DELETE', headers }),
    await sendPassword(`${playground.url}/api/owner`, adminPassword, headers),
  ]
  for (const answer of answers)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([403, 'forbidden'])
})

test('a visitor is known again, and the cookie is given once', async () => {
  const first = await fetch(`${playground.url}/unlock`)
  const cookie = cookieOf(first)
  expect(cookie).toMatch(/^krea-visitor=/)
  const second = await fetch(`${playground.url}/unlock`, { headers: { Cookie: cookie } })
  expect(second.headers.getSetCookie()).toEqual([])
})

test('a locked page leads to the unlock page and back to where one wanted to go', async () => {
  const page = await fetch(`${playground.url}/?model=flux&seed=7`, { redirect: 'manual' })
  const to = new URL(page.headers.get('location') ?? '', playground.url)
  expect([page.status, to.pathname]).toEqual([307, '/unlock'])
  expect(to.searchParams.get('from')).toBe('/?model=flux&seed=7')
  const open = await fetch(playground.url, {
    redirect: 'manual',
    headers: { Cookie: await unlocked() },
  })
  expect(open.status).toBe(200)
})

test('with neither a password nor a decision pages load, nothing is spent, and it says what to set', async () => {
  const undecided = await start({ PLAYGROUND_PASSWORD: '', PLAYGROUND_ADMIN_PASSWORD: '' })
  const page = await fetch(undecided.url, { redirect: 'manual' })
  const help = await (await fetch(`${undecided.url}/unlock`)).text()
  const job = await postJob(undecided.url)
  const tried = await sendPassword(`${undecided.url}/api/unlock`, '')
  const owner = await sendPassword(`${undecided.url}/api/owner`, '')
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('locked')])
  for (const name of ['PLAYGROUND_PASSWORD', 'PLAYGROUND_PUBLIC']) expect(help).toContain(name)
  for (const answer of [job, tried, owner])
    expect([answer.status, (await problemOf(answer)).code]).toEqual([401, 'locked'])
  await undecided.stop()
})

test('the sandbox is open, whatever is set', async () => {
  const sandbox = await startPlayground({ PLAYGROUND_PASSWORD: password, SANDBOX_SPEED: '100' })
  expect((await postJob(sandbox.url)).status).toBe(201)
  expect((await sendPassword(`${sandbox.url}/api/unlock`, 'any')).status).toBe(200)
  await sandbox.stop()
})
