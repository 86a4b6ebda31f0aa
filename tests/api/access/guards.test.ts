import { expect, test } from '@playwright/test'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { jobOf, model, postJob, problemOf } from '../../fixtures/server/ask'
import { type Playground, refusedStart, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'serial' })

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

const key = '11111111-1111-4111-8111-111111111111'
const json = { 'Content-Type': 'application/json', 'Idempotency-Key': key }
const deep = '['.repeat(100_000) + ']'.repeat(100_000)

const malformed: [what: string, path: string, init: RequestInit, status: number, code: string][] = [
  [
    'no key',
    '/api/jobs',
    post('{}', { 'Content-Type': 'application/json' }),
    400,
    'invalid_request',
  ],
  [
    'a key that is no UUID',
    '/api/jobs',
    post('{}', { ...json, 'Idempotency-Key': '1' }),
    400,
    'invalid_request',
  ],
  ['no JSON', '/api/jobs', post('{"model":', json), 400, 'invalid_request'],
  [
    'bytes that are no UTF-8',
    '/api/jobs',
    post(new Uint8Array([0xff, 0xfe]), json),
    400,
    'invalid_request',
  ],
  ['an empty body', '/api/jobs', post('', json), 400, 'invalid_request'],
  ['another shape', '/api/jobs', post('[]', json), 400, 'invalid_request'],
  [
    'an input that is no object',
    '/api/jobs',
    post('{"model":"x","input":3}', json),
    400,
    'invalid_request',
  ],
  [
    'JSON that nests too deep',
    '/api/jobs',
    post(`{"model":"x","input":{"a":${deep}}}`, json),
    400,
    'invalid_request',
  ],
  [
    'JSON said to be text',
    '/api/jobs',
    post('{}', { ...json, 'Content-Type': 'text/plain' }),
    415,
    'unsupported_media',
  ],
  [
    'a form',
    '/api/jobs',
    post(new URLSearchParams('a=1'), { 'Idempotency-Key': key }),
    415,
    'unsupported_media',
  ],
  [
    '2 MB of JSON',
    '/api/jobs',
    post(JSON.stringify({ a: 'x'.repeat(2_000_000) }), json),
    413,
    'too_large',
  ],
  [
    'a model like __proto__',
    '/api/jobs',
    post('{"model":"__proto__","input":{}}', json),
    404,
    'unknown_model',
  ],
  ['no ids', '/api/jobs', {}, 400, 'invalid_request'],
  ['ids that are no UUIDs', '/api/jobs?ids=a,b', {}, 400, 'invalid_request'],
  ['too many ids', `/api/jobs?ids=${Array(101).fill(key).join()}`, {}, 400, 'invalid_request'],
  ['an id that is no UUID', '/api/jobs/..%2Fassets', {}, 404, 'not_found'],
  ['an unknown path', '/api/nothing/here', {}, 404, 'not_found'],
  ['the root of the API', '/api', {}, 404, 'not_found'],
  ['another method', '/api/health', { method: 'POST' }, 405, 'invalid_request'],
  ['an upload without a form', '/api/assets', post('{}', json), 415, 'unsupported_media'],
  [
    'a broken form',
    '/api/assets',
    post('x', { 'Content-Type': 'multipart/form-data' }),
    400,
    'invalid_request',
  ],
  ['an upload without a file', '/api/assets', post(form('other', 'x')), 400, 'invalid_request'],
  [
    'a text as a picture',
    '/api/assets',
    post(form('file', 'I am no picture')),
    415,
    'unsupported_media',
  ],
  [
    'an SVG as a picture',
    '/api/assets',
    post(form('file', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')),
    415,
    'unsupported_media',
  ],
  ['21 MB of upload', '/api/assets', post(form('file', 'x'.repeat(21_000_000))), 413, 'too_large'],
  ['no address of a picture', '/api/images', {}, 400, 'invalid_request'],
  [
    'a picture of a foreign host',
    '/api/images?url=https://example.com/a.png',
    {},
    403,
    'forbidden',
  ],
]

for (const [what, path, init, status, code] of malformed)
  test(`${what} is answered ${status} ${code}`, async () => {
    const answer = await fetch(playground.url + path, init)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const problem = await problemOf(answer)
    expect(problem).toMatchObject({ code, status })
    expect(answer.headers.get('x-request-id')).toBe(problem.requestId)
    const logged = () =>
      playground
        .output()
        .split('\n')
        .find((line) => line.includes(problem.requestId))
    await expect.poll(logged).toContain(`"code":"${code}"`)
  })

test('malformed requests never reach Krea', () => {
  expect(krea.seen).toEqual([])
})

for (const headers of [
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
])
  test(`a change is refused when it comes with ${JSON.stringify(headers)}`, async () => {
    const answer = await postJob(playground.url, { headers })
    expect([answer.status, (await problemOf(answer)).code]).toEqual([403, 'forbidden'])
    expect(krea.seen).toEqual([])
  })

test('a change of our own page is let through, behind a proxy too', async () => {
  const own = await postJob(playground.url, { headers: { Origin: playground.url } })
  const proxied = await postJob(playground.url, {
    headers: {
      Origin: 'https://play.example.com',
      'X-Forwarded-Host': 'play.example.com',
      'X-Forwarded-Proto': 'https',
    },
  })
  const browser = await postJob(playground.url, { headers: { 'Sec-Fetch-Site': 'same-origin' } })
  expect([own.status, proxied.status, browser.status]).toEqual([201, 201, 201])
})

test('health says the mode and no more than it should', async () => {
  const answer = await fetch(`${playground.url}/api/health`)
  expect(await answer.json()).toEqual({
    ok: true,
    mode: 'krea',
    locked: false,
    ledger: null,
    reviews: 'folder',
    degraded: [],
    version: expect.stringMatching(/^\d/),
  })
})

test('the catalog is answered once and then not modified', async () => {
  const first = await fetch(`${playground.url}/api/models`)
  const etag = first.headers.get('etag') ?? ''
  const body = await first.json()
  expect(body).toMatchObject({ source: 'bundled', fetchedAt: null, problem: null })
  expect(body.models.map(({ id }: { id: string }) => id)).toContain(model)
  const second = await fetch(`${playground.url}/api/models`, { headers: { 'If-None-Match': etag } })
  expect([second.status, await second.text()]).toEqual([304, ''])
})

test('the limit of submissions a minute applies to a visitor, and repeats are free', async () => {
  const limited = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    RATE_LIMIT_PER_MINUTE: '2',
  })
  const first = await postJob(limited.url, { key })
  await postJob(limited.url)
  const repeated = await postJob(limited.url, { key })
  expect((await jobOf(repeated)).id).toBe((await jobOf(first)).id)
  const third = await postJob(limited.url)
  expect(third.status).toBe(429)
  expect((await problemOf(third)).retryAfterMs).toBeGreaterThan(20_000)
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(20)
  await limited.stop()
})

for (const [why, env] of [
  ['nobody decided who may spend', {}],
  ['a password is set', { PLAYGROUND_PASSWORD: 'open sesame', PLAYGROUND_PUBLIC: '1' }],
] as const)
  test(`in production with a token nothing is spent while ${why}`, async () => {
    const spent = krea.count(/^POST/)
    const locked = await startPlayground({
      KREA_API_BASE_URL: krea.url,
      KREA_API_TOKEN: 'id:a-token-for-this-test',
      ...env,
    })
    const health = await (await fetch(`${locked.url}/api/health`)).json()
    const job = await postJob(locked.url)
    const asset = await fetch(`${locked.url}/api/assets`, post(form('file', 'x')))
    expect(health).toMatchObject({ mode: 'krea', locked: true })
    expect([job.status, (await problemOf(job)).code]).toEqual([401, 'locked'])
    expect([asset.status, (await problemOf(asset)).code]).toEqual([401, 'locked'])
    expect(krea.count(/^POST/)).toBe(spent)
    await locked.stop()
  })

for (const [name, value] of [
  ['KREA_API_BASE_URL', 'ftp://krea.example'],
  ['KREA_API_TOKEN', 'two words'],
  ['SANDBOX_SPEED', 'fast'],
  ['PLAYGROUND_PUBLIC', 'yes'],
  ['KREA_IMAGE_HOSTS', 'https://a.example'],
] as const)
  test(`a bad ${name} stops the start with one line that names it`, async () => {
    const { exitCode, output } = await refusedStart({ [name]: value })
    expect(exitCode).toBe(1)
    expect(output.split('\n').filter((line) => line.includes(name))).toHaveLength(1)
    expect(output).not.toContain(value)
    expect(output).not.toContain(' at ')
  })

function post(body: RequestInit['body'], headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', body, headers }
}

function form(name: string, content: string): FormData {
  const data = new FormData()
  data.append(name, new File([content], 'holiday.png', { type: 'image/png' }))
  return data
}
