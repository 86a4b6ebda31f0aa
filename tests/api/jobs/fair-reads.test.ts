import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { jobOf, postJob, problemOf } from '../../fixtures/server/ask'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

/** Five requests for a hundred jobs each that nobody made. */
const strangersAt = (url: string, headers: HeadersInit = {}) =>
  Array.from({ length: 5 }, () => {
    const ids = Array.from({ length: 100 }, () => randomUUID())
    return fetch(`${url}/api/jobs?ids=${ids.join()}`, { headers })
  })

const endOf = (url: string, id: string, headers: HeadersInit = {}) =>
  expect
    .poll(async () => (await jobOf(await fetch(`${url}/api/jobs/${id}`, { headers }))).phase)
    .toBe('succeeded')

let krea: FakeKrea
let playground: Playground
test.beforeAll(async () => {
  krea = await startKrea()
  playground = await startPlayground({
    KREA_API_TOKEN: 'secret',
    KREA_API_BASE_URL: krea.url,
    PLAYGROUND_PUBLIC: '1',
    // The visitors of one test are not those of the other.
    TRUST_PROXY: '1',
  })
})
test.afterAll(async () => {
  await playground.stop()
  await krea.stop()
})

test('with Krea, jobs are known although others ask for hundreds that nobody made', async () => {
  const { url } = playground
  const headers = { 'X-Forwarded-For': '198.51.100.1' }
  const started = performance.now()
  for (let round = 0; round < 3; round++) {
    const strangers = strangersAt(url, headers)
    const { id } = await jobOf(await postJob(url, { headers }))
    krea.addJob({
      job_id: id,
      status: 'completed',
      completed_at: new Date().toISOString(),
      result: { urls: ['https://gen.krea.ai/a.png'] },
    })
    await endOf(url, id, headers)
    await Promise.all(strangers)
  }
  const seconds = (performance.now() - started) / 1_000
  expect(krea.count(/^GET \/jobs/)).toBeLessThanOrEqual(2 + 2 * seconds)
})

test('in the sandbox, jobs are known although others ask for hundreds that nobody made', async () => {
  const { url, stop } = await startPlayground({ SANDBOX_SPEED: '100' })
  const { id } = await jobOf(await postJob(url))
  const strangers = strangersAt(url)
  await endOf(url, id)
  await Promise.all(strangers)
  await stop()
})

test('whoever asks for too many jobs of others is told to wait, but not for own jobs', async () => {
  const { url } = playground
  const headers = { 'X-Forwarded-For': '198.51.100.2' }
  const { id } = await jobOf(await postJob(url, { headers }))
  const answers = await Promise.all(strangersAt(url, headers))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(3)
  for (const one of refused)
    expect(await problemOf(one)).toMatchObject({ retryAfterMs: expect.any(Number) })
  expect((await fetch(`${url}/api/jobs/${id}`, { headers })).status).toBe(200)
})
