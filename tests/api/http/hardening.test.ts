import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { expect, test } from '@playwright/test'
import { CspEvaluator } from 'csp_evaluator'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import * as z from 'zod'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { model, postJob, problemOf } from '../../fixtures/server/ask'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

let krea: FakeKrea
let playground: Playground
test.beforeAll(async () => {
  krea = await startKrea()
  playground = await startPlayground({ KREA_API_BASE_URL: krea.url })
})
test.afterAll(async () => {
  await playground.stop()
  await krea.stop()
})

const manifestSchema = z.looseObject({
  start_url: z.string(),
  icons: z.array(z.object({ src: z.string() })).min(2),
})

const places = [
  '/',
  '/unlock',
  '/nothing/here',
  '/api/health',
  '/api/models',
  '/api/jobs/x',
  '/api/nothing',
  '/sandbox/openapi.json',
  '/sandbox/nothing',
]

for (const path of places)
  test(`no header is missing on ${path}`, async () => {
    const { headers } = await fetch(playground.url + path)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      // The sandbox is for pages of any origin, as Krea is.
      'cross-origin-resource-policy': path.startsWith('/sandbox/') ? 'cross-origin' : 'same-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    })
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

test('https, once used, stays: over https and only there', async () => {
  const { headers } = await fetch(playground.url, { headers: { 'X-Forwarded-Proto': 'https' } })
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
})

for (const path of ['/', '/unlock', '/nothing/here', '/api/health', '/sandbox/nothing'])
  test(`Google’s evaluator finds nothing severe in the policy of ${path}`, async () => {
    const policy = (await fetch(playground.url + path)).headers.get('content-security-policy') ?? ''
    const severe: number[] = [Severity.SYNTAX, Severity.HIGH, Severity.HIGH_MAYBE]
    const findings = new CspEvaluator(new CspParser(policy).csp).evaluate()
    expect(policy).not.toBe('')
    expect(findings.filter(({ severity }) => severe.includes(severity))).toEqual([])
  })

test('each page has a nonce of its own, on every script and stylesheet, and nothing else runs', async () => {
  const pages = await Promise.all([1, 2].map(() => fetch(playground.url)))
  const policies = pages.map(({ headers }) => headers.get('content-security-policy') ?? '')
  const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1])
  expect(new Set(nonces).size).toBe(2)
  for (const [index, page] of pages.entries()) {
    const html = await page.text()
    const scripts = html.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(3)
    const styles = html.match(/<style\b[^>]*>/g) ?? []
    expect(styles).toHaveLength(1)
    for (const element of [...scripts, ...styles])
      expect(element).toContain(`nonce="${nonces[index]}"`)
    expect(/\sstyle="|\son\w+="/.exec(html)).toBeNull()
  }
})

test('in development a stranger’s name that leads here spends nothing, whatever its page says', async () => {
  const development = await startPlayground({
    NODE_ENV: 'development',
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'development-test-token',
  })
  const before = krea.count(/^POST \/generate/)
  const origin = 'http://evil.example:3000'
  const ask = (host: string, headers = {}) =>
    new Promise<number>((resolve, reject) => {
      const url = new URL('/api/jobs', development.url)
      const key = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }
      const options = { method: 'POST', headers: { Host: host, ...key, ...headers } }
      const request = httpRequest(url, options, (answer) =>
        resolve(answer.resume().statusCode ?? 0),
      )
      request.on('error', reject)
      request.end(JSON.stringify({ model, input: { prompt: 'x' } }))
    })
  const own = { Origin: origin, 'Sec-Fetch-Site': 'same-origin' }
  expect(await ask('evil.example:3000', own)).toBe(403)
  expect(await ask('evil.example:3000', { ...own, 'X-Forwarded-Host': 'localhost' })).toBe(403)
  expect(krea.count(/^POST \/generate/)).toBe(before)
  expect(await ask('localhost:3000')).toBe(201)
  await development.stop()
})

test('the page can be installed: its manifest names a start and icons that are there', async () => {
  const address = `${playground.url}/manifest.webmanifest`
  const manifest = manifestSchema.parse(await (await fetch(address)).json())
  expect(manifest).toMatchObject({ name: 'Krea Playground', display: 'standalone' })
  for (const path of [manifest.start_url, ...manifest.icons.map(({ src }) => src)])
    expect((await fetch(new URL(path, address))).status, path).toBe(200)
  expect(await (await fetch(playground.url)).text()).toContain('rel="manifest"')
})

test('a nonce that a visitor sends is not used', async () => {
  const page = await fetch(playground.url, {
    headers: { 'Content-Security-Policy': "script-src 'nonce-mine'", 'X-Nonce': 'mine' },
  })
  expect(await page.text()).not.toContain('nonce="mine"')
})

for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
  test(`a page accepts no ${method}`, async () => {
    const answer = await fetch(playground.url, { method, body: 'x' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

const id = '11111111-1111-4111-8111-111111111111'
const oddIds = [
  '..',
  '%2e%2e',
  '..%2Fassets',
  '%2e%2e%2fassets',
  '..%5Cassets',
  '%252e%252e%252fassets',
  `${id}%2F..%2F..%2Fassets`,
  `${id}/../${id}/cancel`,
  `${id}%00`,
  `${id}%0d%0aX-Evil:1`,
  `${id}?limit=1000`.replace('?', '%3F'),
  `${id}%23`,
  `${id};a=b`,
  `${id}%20`,
  '%E0%A4%A',
  '%',
  'null',
  '__proto__',
  '0',
  '-1',
  '*',
  '1e9',
  '%F0%9F%92%A9',
  'x'.repeat(4_000),
]

for (const odd of oddIds)
  test(`an id like ${odd.slice(0, 60)} never reaches Krea`, async () => {
    const before = krea.seen.length
    for (const method of ['GET', 'DELETE']) {
      const status = await rawStatus(method, `/api/jobs/${odd}`)
      expect(status).toBeGreaterThanOrEqual(300)
      expect(status).toBeLessThan(500)
    }
    expect(await rawStatus('GET', `/api/jobs?ids=${odd}`)).toBe(400)
    expect(krea.seen.length).toBe(before)
  })

for (const [what, headers] of [
  ['that says its length', { 'Content-Length': String(60_000_000) }],
  ['that does not say its length', { 'Transfer-Encoding': 'chunked' }],
] as const)
  for (const [path, type, most] of [
    ['/api/jobs', 'application/json', 12_000_000],
    ['/api/unlock', 'application/json', 12_000_000],
    ['/api/assets', 'multipart/form-data; boundary=x', 212_000_000],
  ] as const)
    test(`60 MB to ${path} ${what} are refused before they have arrived`, async () => {
      const { status, sent } = await pour(path, {
        'Content-Type': type,
        'Idempotency-Key': id,
        ...headers,
      })
      expect([status, path]).toEqual([path === '/api/unlock' ? 200 : 413, path])
      expect(sent).toBeLessThan(most)
    })

test('of a burst of 60 submissions the limit lets through what it says', async () => {
  const limited = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    RATE_LIMIT_PER_MINUTE: '10',
  })
  const before = krea.count(/^POST/)
  const answers = await Promise.all(Array.from({ length: 60 }, () => postJob(limited.url)))
  await limited.stop()
  const made = answers.filter(({ status }) => status === 201)
  const refused = answers.filter(({ status }) => status === 429)
  expect(made.length).toBeGreaterThanOrEqual(10)
  expect(made.length).toBeLessThanOrEqual(11)
  expect(made.length + refused.length).toBe(60)
  expect(krea.count(/^POST/) - before).toBe(made.length)
  for (const answer of refused) expect((await problemOf(answer)).code).toBe('rate_limited')
})

/** As `fetch`, but the path goes out as it is. */
function rawStatus(method: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const ask = httpRequest(new URL(playground.url), { method, path }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    ask.on('error', reject).end()
  })
}

/** Sends 60 MB. Returns how many had gone out, into buffers too, when the answer came. */
function pour(path: string, headers: Record<string, string>) {
  const chunk = Buffer.alloc(250_000, 32)
  return new Promise<{ status: number; sent: number }>((resolve, reject) => {
    let sent = 0
    const options = { method: 'POST', path, headers }
    const ask = httpRequest(new URL(playground.url), options, (answer) => {
      resolve({ status: answer.statusCode ?? 0, sent })
      ask.destroy()
    })
    const push = () => {
      if (sent >= 60_000_000 || ask.destroyed) return
      sent += chunk.byteLength
      ask.write(chunk, push)
    }
    ask.on('error', reject)
    push()
  })
}
