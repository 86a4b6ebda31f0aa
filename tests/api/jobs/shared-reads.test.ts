import { expect, test } from '@playwright/test'
import { startKrea } from '../../fixtures/krea/krea-server'
import { startPlayground } from '../../fixtures/server/playground'

test('however many readers a job has, Krea gets at most two reads a second', async () => {
  const krea = await startKrea()
  const playground = await startPlayground({
    KREA_API_TOKEN: 'secret',
    KREA_API_BASE_URL: krea.url,
    PLAYGROUND_PUBLIC: '1',
  })
  try {
    const { job_id } = krea.addJob()
    const started = performance.now()
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => fetch(`${playground.url}/api/jobs/${job_id}`)),
      )
      expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
    }
    const seconds = (performance.now() - started) / 1000
    expect(krea.count(/^GET \/jobs\//)).toBeGreaterThan(0)
    expect(krea.count(/^GET \/jobs\//)).toBeLessThanOrEqual(1 + Math.floor(2 * seconds))
  } finally {
    await Promise.all([playground.stop(), krea.stop()])
  }
})
