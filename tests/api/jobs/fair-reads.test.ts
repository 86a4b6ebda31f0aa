import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { startKrea } from '../../fixtures/krea/krea-server'
import { jobOf, postJob, problemOf } from '../../fixtures/server/ask'
import { startPlayground } from '../../fixtures/server/playground'

/** Five requests for a hundred jobs each that nobody made. */
const strangersAt = (url: string) =>
  Array.from({ length: 5 }, () => {
    const ids = Array.from({ length: 100 }, () => randomUUID())
    return fetch(`${url}/api/jobs?ids=${ids.join()}`)
  })

const endOf = (url: string, id: string) =>
  expect
    .poll(async () => (await jobOf(await fetch(`${url}/api/jobs/${id}`))).phase, {
      timeout: 30_000,
    })
    .toBe('succeeded')

test('with Krea, jobs are known although others ask for hundreds that nobody made', async () => {
  const krea = await startKrea()
  const { url, stop } = await startPlayground({
    KREA_API_TOKEN: 'secret',
    KREA_API_BASE_URL: krea.url,
    PLAYGROUND_PUBLIC: '1',
  })
  const started = performance.now()
  for (let round = 0; round < 3; round++) {
    const strangers = strangersAt(url)
    const { id } = await jobOf(await postJob(url))
    krea.addJob({
      job_id: id,
      status: 'completed',
      completed_at: new Date().toISOString(),
      result: { urls: ['https://gen.krea.ai/a.png'] },
    })
    await endOf(url, id)
    await Promise.all(strangers)
  }
  const seconds = (performance.now() - started) / 1_000
  expect(krea.count(/^GET \/jobs/)).toBeLessThanOrEqual(2 + 2 * seconds)
  await stop()
  await krea.stop()
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
  const krea = await startKrea()
  const { url, stop } = await startPlayground({
    KREA_API_TOKEN: 'secret',
    KREA_API_BASE_URL: krea.url,
    PLAYGROUND_PUBLIC: '1',
  })
  const { id } = await jobOf(await postJob(url))
  const answers = await Promise.all(strangersAt(url))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(3)
  for (const one of refused)
    expect(await problemOf(one)).toMatchObject({ retryAfterMs: expect.any(Number) })
  expect((await fetch(`${url}/api/jobs/${id}`)).status).toBe(200)
  await stop()
  await krea.stop()
})
