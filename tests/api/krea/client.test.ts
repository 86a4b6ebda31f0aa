import { expect, test } from '@playwright/test'
import { ApiError } from '@/lib/contract/errors'
import { impatient, testClient, token } from '../../fixtures/krea/krea-client'
import {
  answer,
  drip,
  echo,
  empty,
  type FakeKrea,
  hang,
  html,
  huge,
  newJob,
  type Reply,
  redirect,
  resetBeforeBody,
  resetInBody,
  startKrea,
  truncated,
} from '../../fixtures/krea/krea-server'

let krea: FakeKrea
test.beforeEach(async () => {
  krea = await startKrea()
})
test.afterEach(() => krea.stop())

const model = 'image/bfl/flux-1-dev'
const submitted = /^POST \/generate/
const anyRead = /^GET \/jobs/
const id = '7d5c7a0e-1111-4111-8111-111111111111'

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const thrown = await call.then(
    () => new Error('it did not fail'),
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(ApiError)
  if (!(thrown instanceof ApiError)) throw thrown
  return thrown
}

const submitFailures: [what: string, reply: Reply, code: string, charged: string][] = [
  ['an answer 401', answer(401, { message: 'Unauthorized' }), 'krea_token_rejected', 'no'],
  ['an answer 403', answer(403, { error: 'no' }), 'krea_token_rejected', 'no'],
  ['an answer 402', answer(402, { error: 'empty' }), 'krea_balance_empty', 'no'],
  ['an answer 400', answer(400, { error: 'bad seed' }), 'invalid_input', 'no'],
  ['an answer 422', answer(422, { message: 'Invalid asset URL' }), 'invalid_input', 'no'],
  ['an HTML 404', html(404), 'unknown_model', 'no'],
  ['an answer 413', answer(413, {}), 'too_large', 'no'],
  ['a redirect', redirect('/elsewhere'), 'krea_bad_answer', 'no'],
  ['an answer 500', answer(500, { error: 'oops' }), 'submit_unknown', 'unknown'],
  ['an HTML 502', html(502), 'submit_unknown', 'unknown'],
  ['an answer 524', html(524), 'submit_unknown', 'unknown'],
  ['a reset before the body', resetBeforeBody, 'submit_unknown', 'unknown'],
  ['a reset in the body', resetInBody, 'submit_unknown', 'unknown'],
  ['truncated JSON', truncated, 'submit_unknown', 'unknown'],
  ['an HTML 200', html(200), 'submit_unknown', 'unknown'],
  ['an empty 200', empty, 'submit_unknown', 'unknown'],
  ['JSON of another shape', answer(200, { id }), 'submit_unknown', 'unknown'],
  [
    'a job id that is no UUID',
    answer(200, { ...newJob(), job_id: '../x' }),
    'submit_unknown',
    'unknown',
  ],
  ['a huge body', huge(6_000_000), 'submit_unknown', 'unknown'],
]

for (const [what, reply, code, charged] of submitFailures)
  test(`a submission that meets ${what} is sent once and ends as ${code}`, async () => {
    krea.fault(submitted, reply, 9)
    const failure = await failureOf(testClient(krea.url).client.createJob(model, { prompt: 'x' }))
    expect([failure.code, failure.charged]).toEqual([code, charged])
    expect(krea.count(/./)).toBe(1)
  })

const readFailures: [what: string, reply: Reply, code: string, attempts: number][] = [
  ['an answer 401', answer(401, {}), 'krea_token_rejected', 1],
  ['an HTML 404', html(404), 'not_found', 1],
  ['an answer 500', answer(500, {}), 'krea_unavailable', 3],
  ['an HTML 502', html(502), 'krea_unavailable', 3],
  ['a reset before the body', resetBeforeBody, 'krea_unavailable', 3],
  ['a reset in the body', resetInBody, 'krea_unavailable', 3],
  ['an HTML 200', html(200), 'krea_bad_answer', 1],
  ['a job without a status', answer(200, { job_id: id, created_at: 'now' }), 'krea_bad_answer', 1],
  ['a list of jobs', answer(200, [newJob()]), 'krea_bad_answer', 1],
  ['an empty 200', empty, 'krea_bad_answer', 1],
  ['a huge body', huge(6_000_000), 'krea_bad_answer', 1],
  ['a redirect', redirect('/elsewhere'), 'krea_bad_answer', 1],
  ['an answer 429', answer(429, {}), 'rate_limited', 3],
]

for (const [what, reply, code, attempts] of readFailures)
  test(`a read that meets ${what} ends as ${code} after ${attempts} attempts`, async () => {
    krea.fault(anyRead, reply, 9)
    const failure = await failureOf(testClient(krea.url).client.getJob(id))
    expect(failure.code).toBe(code)
    expect(krea.count(/./)).toBe(attempts)
  })

for (const [what, reply] of [
  ['no answer', hang],
  ['a slow drip', drip],
] as const)
  test(`${what} in time leaves a submission unknown, and a read is tried again`, async () => {
    krea.fault(/./, reply, 9)
    const { client, slept } = testClient(krea.url, impatient)
    const submission = await failureOf(client.createJob(model, { prompt: 'x' }))
    expect([submission.code, submission.charged]).toEqual(['submit_unknown', 'unknown'])
    expect(krea.count(/./)).toBe(1)
    expect(slept).toHaveLength(0)
    expect((await failureOf(client.getJob(id))).code).toBe('krea_timeout')
    expect(slept).toHaveLength(2)
  })

test('a read that fails once succeeds', async () => {
  const { job_id } = krea.addJob()
  krea.fault(anyRead, html(502))
  const job = await testClient(krea.url).client.getJob(job_id)
  expect(job).toMatchObject({ id: job_id, phase: 'pending' })
})

test('a submission is sent again after 429, no sooner than Retry-After says', async () => {
  krea.fault(submitted, answer(429, { error: 'busy' }, { 'Retry-After': '2' }))
  const { client, slept } = testClient(krea.url)
  const job = await client.createJob(model, { prompt: 'x' })
  expect(job.phase).toBe('pending')
  expect(krea.count(submitted)).toBe(2)
  expect(slept[0]).toBeGreaterThanOrEqual(2_000)
})

test('a long Retry-After is passed on and not waited for', async () => {
  krea.fault(submitted, answer(429, { error: 'busy' }, { 'Retry-After': '60' }), 9)
  const { client, slept } = testClient(krea.url)
  const failure = await failureOf(client.createJob(model, { prompt: 'x' }))
  expect([failure.code, failure.retryAfterMs]).toEqual(['rate_limited', 60_000])
  expect(slept).toEqual([])
})

test('a submission that could not be sent cost nothing, and is not sent again', async () => {
  await krea.stop()
  const { client, slept } = testClient(krea.url)
  const failure = await failureOf(client.createJob(model, { prompt: 'x' }))
  expect([failure.code, failure.charged]).toEqual(['krea_unavailable', 'no'])
  expect(slept, 'waits before another attempt').toEqual([])
})

test('a retired model names its replacement by its id', async () => {
  const body = {
    error: 'model_unavailable',
    reason: 'deprecated',
    message: 'gone',
    sunset_date: '2026-09-01T00:00:00Z',
    replacement: '/generate/image/krea/krea-2/large',
  }
  krea.fault(submitted, answer(410, body))
  const failure = await failureOf(testClient(krea.url).client.createJob(model, { prompt: 'x' }))
  expect(failure).toMatchObject({ code: 'model_retired', replacement: 'image/krea/krea-2/large' })
  expect(failure.message).toContain('2026-09-01')
})

test('the token goes with calls of the API, not with the public document', async () => {
  krea.fault(/openapi/, answer(200, { openapi: '3.1.0' }, { ETag: '"1"' }))
  const { client } = testClient(krea.url)
  await client.listJobs({ limit: 1 })
  const document = await client.fetchDocument({ etag: null })
  expect(document).toMatchObject({ changed: true, etag: '"1"' })
  expect(krea.seen.map(({ headers }) => headers.authorization)).toEqual([
    `Bearer ${token}`,
    undefined,
  ])
})

test('a redirect is not followed, so that no other server sees the token', async () => {
  const other = await startKrea()
  krea.fault(anyRead, redirect(`${other.url}/jobs/${id}`))
  await failureOf(testClient(krea.url).client.getJob(id))
  expect(other.seen).toEqual([])
  await other.stop()
})

test('an error that echoes the token does not pass it on', async () => {
  krea.fault(submitted, echo(400))
  const failure = await failureOf(testClient(krea.url).client.createJob(model, { prompt: 'x' }))
  expect(failure.message).toBe('no good: Bearer [redacted]')
})

test('ids that are no UUIDs and strange model ids never reach a path', async () => {
  const { client } = testClient(krea.url)
  const codes = await Promise.all([
    failureOf(client.getJob('../assets')),
    failureOf(client.cancelJob('%2e%2e')),
    failureOf(client.createJob('image/../../jobs', {})),
    failureOf(client.createJob('image/x?y=1', {})),
  ])
  expect(codes.map(({ code }) => code)).toEqual([
    'not_found',
    'not_found',
    'unknown_model',
    'unknown_model',
  ])
  expect(krea.seen).toEqual([])
})

test('an upload carries its type and a name that says nothing', async () => {
  const file = new File(['bytes'], 'my-secret-holiday.jpg')
  const asset = await testClient(krea.url).client.uploadAsset(file, { type: 'image/jpeg' })
  expect(asset.url).toBe('https://app-uploads.krea.ai/public/picture.png')
  expect(krea.seen[0]?.body).toContain('filename="picture.jpeg"\r\nContent-Type: image/jpeg')
  expect(krea.seen[0]?.body).not.toContain('holiday')
})

test('a page of jobs leaves out what it cannot read', async () => {
  const job = krea.addJob()
  krea.fault(anyRead, answer(200, { items: [job, { nonsense: true }, null], next_cursor: 'c' }))
  const page = await testClient(krea.url).client.listJobs({ limit: 3 })
  expect(page.jobs.map((one) => one.id)).toEqual([job.job_id])
  expect(page.nextCursor).toBe('c')
})

const rule = 'thinking_mode ultra needs resolution 2k'

for (const [what, body] of [
  ['at its top', { error: rule }],
  ['in a list without a path', { error: 'Invalid request body', details: [{ message: rule }] }],
] as const)
  test(`a rule between fields that Krea states ${what} appears at the field it names`, async () => {
    krea.fault(submitted, answer(400, body))
    const input = { prompt: 'x', resolution: '1k', thinking_mode: 'ultra' }
    const failure = await failureOf(testClient(krea.url).client.createJob(model, input))
    expect([failure.code, failure.charged]).toEqual(['invalid_input', 'no'])
    expect(failure.fields).toEqual([{ path: 'thinking_mode', message: rule }])
  })

test('a rule may be about a field that was not sent', async () => {
  krea.fault(submitted, answer(422, { message: 'resolution is required here' }))
  const more = { fieldNames: ['prompt', 'resolution'] }
  const call = testClient(krea.url).client.createJob(model, { prompt: 'x' }, more)
  expect((await failureOf(call)).fields?.map(({ path }) => path)).toEqual(['resolution'])
})
