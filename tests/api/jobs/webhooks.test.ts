import { expect, test } from '@playwright/test'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { jobOf, postJob, problemOf } from '../../fixtures/server/ask'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

let krea: FakeKrea
let playground: Playground
test.beforeAll(async () => {
  krea = await startKrea()
  playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'webhook-test-token',
    PLAYGROUND_PUBLIC: '1',
    PUBLIC_URL: 'https://playground.example.com',
    BUDGET_USD_PER_DAY: '1',
  })
})
test.afterAll(async () => {
  await playground.stop()
  await krea.stop()
})

const result = { urls: ['https://gen.krea.ai/1.png'] }
const leftToday = async () => (await (await fetch(`${playground.url}/api/budget`)).json()).leftToday

/** Makes a job; the path of the webhook that Krea got. */
async function make() {
  const job = await jobOf(await postJob(playground.url))
  const answer = String(krea.seen.at(-1)?.headers['x-webhook-url'])
  expect(answer).toMatch(/^https:\/\/playground\.example\.com\/api\/webhooks\/[\w-]{32}$/)
  return { job, path: new URL(answer).pathname }
}

const call = (path: string, body: unknown = {}) =>
  fetch(playground.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

test('Krea’s call records the end of a job whose page was closed; the next poll sends nothing', async () => {
  const before = await leftToday()
  const { job, path } = await make()
  krea.addJob({ job_id: job.id, status: 'failed', error: { code: 'nsfw' } })
  expect((await call(path)).status).toBe(204)
  expect(await leftToday()).toBe(before)
  const seen = krea.seen.length
  const read = await fetch(`${playground.url}/api/jobs/${job.id}`)
  expect((await jobOf(read)).phase).toBe('failed')
  expect(krea.seen.length).toBe(seen)
})

test('what a call claims is not believed: the job itself is read', async () => {
  const before = await leftToday()
  const { job, path } = await make()
  const answer = await call(path, { job_id: job.id, status: 'failed' })
  expect(answer.status).toBe(204)
  expect(await leftToday()).toBeCloseTo(before - 0.007)
  krea.addJob({ job_id: job.id, status: 'completed', result })
  await call(path, { job_id: job.id, status: 'failed' })
  expect(await leftToday()).toBeCloseTo(before - 0.007)
})

test('a forged address is not found, and no address is in the log', async () => {
  const { path } = await make()
  const seen = krea.seen.length
  const forged = await call(`/api/webhooks/${'A'.repeat(32)}`)
  expect([forged.status, (await problemOf(forged)).code]).toEqual([404, 'not_found'])
  expect(krea.seen.length).toBe(seen)
  await call(path)
  expect(playground.output()).not.toContain(path.split('/').at(-1))
})
