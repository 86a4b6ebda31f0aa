import { expect, test } from '@playwright/test'
import document from '@/lib/catalog/openapi.json'
import { createSandbox } from '@/lib/sandbox/sandbox'
import { testClient } from '../../fixtures/krea/krea-client'

/** In ms, to the next hundredth of a second. */
async function timeOfJob(speed: number): Promise<number> {
  let time = Date.parse('2026-11-28T00:00:00Z')
  const now = () => time
  const sandbox = createSandbox({ document, now, speed })
  const { client } = testClient('https://sandbox.test', {
    now,
    fetch: (url, init) => sandbox(new Request(url, init), 'playground'),
  })
  const startedAt = time
  const { id } = await client.createJob('image/bfl/flux-1-dev', { prompt: 'a lighthouse', seed: 7 })
  while ((await client.getJob(id)).phase === 'pending') time += 10
  return time - startedAt
}

test('at ten times the speed of life a job ends in a tenth of the time', async () => {
  // A job's id keeps its duration to within 12 percent.
  const part = (await timeOfJob(1)) / (await timeOfJob(10))
  expect(part).toBeGreaterThan(8)
  expect(part).toBeLessThan(12.5)
})
