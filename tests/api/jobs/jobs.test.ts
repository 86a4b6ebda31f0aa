import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { readAttempts } from '@/lib/api/request-log'
import { getJobs } from '@/lib/contract/jobs'
import {
  answer,
  createJobAndCut,
  type FakeKrea,
  html,
  newJob,
  resetBeforeBody,
  startKrea,
} from '../../fixtures/krea/krea-server'
import { jobOf, model, postJob, problemOf } from '../../fixtures/server/ask'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'serial' })

const submitted = /^POST \/generate/

let krea: FakeKrea
let playground: Playground
test.beforeAll(async () => {
  krea = await startKrea()
  playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    RATE_LIMIT_PER_MINUTE: '1000',
  })
})
test.afterAll(async () => {
  await playground.stop()
  await krea.stop()
})
test.beforeEach(() => {
  krea.seen.length = 0
  krea.jobs.clear()
})

test('a submission makes a job, and the same key answers the same job without sending', async () => {
  const key = randomUUID()
  const first = await postJob(playground.url, { key })
  const second = await postJob(playground.url, { key })
  expect([first.status, second.status]).toEqual([201, 200])
  expect((await jobOf(second)).id).toBe((await jobOf(first)).id)
  expect(krea.count(submitted)).toBe(1)
})

test('five identical submissions at once make one job', async () => {
  const key = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => postJob(playground.url, { key })),
  )
  const ids = await Promise.all(answers.map(async (one) => (await jobOf(one)).id))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
  expect(new Set(ids).size).toBe(1)
  expect(krea.count(submitted)).toBe(1)
})

test('a key is for one request only', async () => {
  const key = randomUUID()
  await postJob(playground.url, { key })
  const other = await postJob(playground.url, {
    key,
    body: { model, input: { prompt: 'something else' } },
  })
  expect(other.status).toBe(400)
  expect((await problemOf(other)).detail).toContain('Idempotency-Key')
  expect(krea.count(submitted)).toBe(1)
})

test('a lost answer is found again in Krea’s list, and nothing is sent twice', async () => {
  krea.fault(submitted, createJobAndCut(krea))
  const made = await postJob(playground.url)
  expect(made.status).toBe(201)
  expect((await jobOf(made)).id).toBe([...krea.jobs.keys()][0])
  expect(krea.count(submitted)).toBe(1)
})

test('a lost answer with no job to be found is said to be unknown, and asking again only looks', async () => {
  const key = randomUUID()
  krea.fault(submitted, resetBeforeBody)
  const sentAt = new Date().toISOString()
  const first = await postJob(playground.url, { key })
  expect(await problemOf(first)).toMatchObject({ code: 'submit_unknown', charged: 'unknown' })
  const late = krea.addJob({ created_at: sentAt })
  const second = await postJob(playground.url, { key })
  expect(second.status).toBe(200)
  expect((await jobOf(second)).id).toBe(late.job_id)
  expect(krea.count(submitted)).toBe(1)
})

test('a refused submission frees its key', async () => {
  const key = randomUUID()
  krea.fault(submitted, answer(402, { error: 'empty' }))
  const refused = await postJob(playground.url, { key })
  expect(await problemOf(refused)).toMatchObject({ code: 'krea_balance_empty', charged: 'no' })
  expect((await postJob(playground.url, { key })).status).toBe(201)
})

test('Krea’s own complaint lands on its field', async () => {
  const details = [{ path: ['body', 'seed'], message: 'Too large.' }]
  krea.fault(submitted, answer(400, { error: 'Validation failed', details }))
  const refused = await postJob(playground.url)
  expect(refused.status).toBe(422)
  expect((await problemOf(refused)).fields).toEqual([{ path: 'seed', message: 'Too large.' }])
})

test('fields that the model does not have are refused before anything is sent', async () => {
  const refused = await postJob(playground.url, {
    body: { model, input: { prompt: 5, colour: 1 } },
  })
  expect(refused.status).toBe(422)
  const { fields } = await problemOf(refused)
  expect(fields?.map(({ path }) => path).sort()).toEqual(['colour', 'prompt'])
  expect(krea.seen).toEqual([])
})

test('retired names are sent in today’s spelling', async () => {
  const input = {
    prompt: 'x',
    guidance_scale_flux: 3,
    imageUrl: 'https://a.krea.ai/1.png',
    batchSize: 1,
  }
  expect((await postJob(playground.url, { body: { model, input } })).status).toBe(201)
  expect(JSON.parse(krea.seen[0]?.body ?? '')).toEqual({
    prompt: 'x',
    guidance_scale: 3,
    image_url: 'https://a.krea.ai/1.png',
  })
})

test('a model outside the catalog is unknown', async () => {
  const refused = await postJob(playground.url, { body: { model: 'image/krea-1', input: {} } })
  expect([refused.status, (await problemOf(refused)).code]).toEqual([404, 'unknown_model'])
})

test('fifty readers of one job cost at most two reads a second, and an ended job none', async () => {
  const job = krea.addJob()
  const read = () => fetch(`${playground.url}/api/jobs/${job.job_id}`)
  const started = performance.now()
  await Promise.all(Array.from({ length: 50 }, read))
  const seconds = (performance.now() - started) / 1_000
  expect(krea.count(/^GET/)).toBeLessThanOrEqual(1 + Math.floor(2 * seconds))
  krea.addJob({ ...job, status: 'completed', result: { urls: ['https://gen.krea.ai/1.png'] } })
  await expect(async () => expect((await jobOf(await read())).phase).toBe('succeeded')).toPass()
  const reads = krea.count(/^GET/)
  await Promise.all(Array.from({ length: 5 }, read))
  expect(krea.count(/^GET/)).toBe(reads)
})

test('jobs that are due together are read by one page, and singly where the page lacks detail', async () => {
  const jobs = [krea.addJob(), krea.addJob(), krea.addJob()]
  const silent = krea.addJob({ status: 'failed' })
  const failed = krea.addJob({ status: 'failed', error: { code: 'nsfw' } })
  const ids = [...jobs, silent, failed].map(({ job_id }) => job_id)
  const gone = randomUUID()
  const answered = await fetch(`${playground.url}/api/jobs?ids=${[...ids, gone].join()}`)
  const body = getJobs.answer.parse(await answered.json())
  expect(body.jobs.map(({ id }) => id)).toEqual(ids)
  expect(body.jobs.at(-1)?.error).toMatchObject({ code: 'nsfw', charged: 'no' })
  expect(body.missing).toEqual([gone])
  const [page, ...single] = krea.seen.map(({ path }) => path)
  expect(page).toBe('/jobs?limit=100')
  expect(new Set(single)).toEqual(new Set([`/jobs/${silent.job_id}`, `/jobs/${gone}`]))
  expect(single).toHaveLength(2)
})

test('jobs that cannot be read just now are neither answered nor missing', async () => {
  const job = krea.addJob()
  const other = krea.addJob()
  krea.fault(new RegExp(`^GET /jobs/${other.job_id}`), html(502), 3)
  const answered = await fetch(`${playground.url}/api/jobs?ids=${job.job_id},${other.job_id}`)
  const body = getJobs.answer.parse(await answered.json())
  expect(body.jobs.map(({ id }) => id)).toEqual([job.job_id])
  expect(body.missing).toEqual([])
})

test('cancelling reaches Krea and answers the job as it stands after', async () => {
  const job = krea.addJob()
  const cancelled = await fetch(`${playground.url}/api/jobs/${job.job_id}`, { method: 'DELETE' })
  expect((await jobOf(cancelled)).phase).toBe('cancelled')
  expect(krea.count(/^DELETE/)).toBe(1)
})

test('cancelling does not lose a picture that came anyway', async () => {
  const job = krea.addJob()
  const done = { ...job, status: 'completed', result: { urls: ['https://gen.krea.ai/1.png'] } }
  krea.fault(/^DELETE/, (response, seen) => {
    krea.addJob(done)
    answer(400, { error: 'already completed' })(response, seen)
  })
  const cancelled = await fetch(`${playground.url}/api/jobs/${job.job_id}`, { method: 'DELETE' })
  expect((await jobOf(cancelled)).images).toHaveLength(1)
})

test('an ended job is not cancelled, since Krea would delete it', async () => {
  const job = krea.addJob({ status: 'completed', result: { urls: ['https://gen.krea.ai/1.png'] } })
  await fetch(`${playground.url}/api/jobs/${job.job_id}`, { method: 'DELETE' })
  expect(krea.count(/^DELETE/)).toBe(0)
})

test('a job that its cancelling removed is cancelled', async () => {
  const job = krea.addJob()
  krea.fault(/^DELETE/, (response, seen) => {
    krea.jobs.delete(job.job_id)
    answer(200, {})(response, seen)
  })
  const cancelled = await fetch(`${playground.url}/api/jobs/${job.job_id}`, { method: 'DELETE' })
  expect((await jobOf(cancelled)).phase).toBe('cancelled')
})

test('an unknown job is not found', async () => {
  const answered = await fetch(`${playground.url}/api/jobs/${newJob().job_id}`)
  expect([answered.status, (await problemOf(answered)).code]).toEqual([404, 'not_found'])
})

for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty'])
  test(`a field called ${name} is refused, and nothing is sent`, async () => {
    const body = { model, input: { prompt: 'a cat', [name]: 1 } }
    const answered = await postJob(playground.url, { body })
    expect([answered.status, (await problemOf(answered)).fields?.[0]?.path]).toEqual([422, name])
    expect(krea.count(submitted)).toBe(0)
  })

test('a refusal in words stands at the field it names, even where that was not sent', async () => {
  const error = 'strength needs an image_url'
  krea.fault(submitted, answer(400, { error }))
  const answered = await postJob(playground.url, {
    body: { model, input: { prompt: 'a cat', strength: 0.5 } },
  })
  const problem = await problemOf(answered)
  expect([answered.status, problem.detail]).toEqual([422, error])
  expect(problem.fields?.map(({ path }) => path)).toContain('image_url')
})

test('a member called __proto__ is refused, not dropped', async () => {
  const answered = await fetch(`${playground.url}/api/jobs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: `{"model":"${model}","input":{"prompt":"a cat","__proto__":{"steps":1}}}`,
  })
  expect((await problemOf(answered)).code).toBe('invalid_request')
  expect(krea.count(submitted)).toBe(0)
})

test('a webhook’s address goes to Krea with the job, if it is https and public', async () => {
  const order = (webhookUrl: string) =>
    postJob(playground.url, { body: { model, input: { prompt: 'x' }, webhookUrl } })
  expect((await order('https://93.184.216.34/krea')).status).toBe(201)
  expect(krea.seen[0]?.headers['x-webhook-url']).toBe('https://93.184.216.34/krea')
  for (const address of ['http://93.184.216.34/', 'https://127.0.0.1/', 'https://10.0.0.7/', 'x'])
    expect((await problemOf(await order(address))).code).toBe('invalid_request')
  expect(krea.count(submitted)).toBe(1)
})

test('an answer lists the requests to Krea for it, and their outcomes', async () => {
  krea.fault(submitted, answer(429, { error: 'busy' }, { 'Retry-After': '0' }))
  const made = await postJob(playground.url)
  expect(readAttempts(made.headers.get('server-timing'))).toMatchObject([
    { method: 'POST', path: `/generate/${model}`, status: 429, code: 'rate_limited' },
    { method: 'POST', path: `/generate/${model}`, status: 200, code: null },
  ])
})
