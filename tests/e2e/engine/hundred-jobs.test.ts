import { expect } from '@playwright/test'
import { jobCount, runHundredJobs } from '../../fixtures/browser/hundred-jobs'
import { test } from '../../fixtures/browser/hydrated-page'

test('of a hundred jobs at once each is sent once, none is lost, and two reads a second are enough to see each end', async ({
  browser,
}) => {
  const { jobs, submissions, pageReads, kreaReads, seconds } = await runHundredJobs(browser)
  expect(submissions).toBe(jobCount)
  expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(jobCount)
  for (const { completedAt, doneAt, shownAt } of jobs) {
    expect(doneAt).toBeGreaterThanOrEqual(completedAt)
    expect(shownAt).toBeGreaterThanOrEqual(doneAt)
  }
  expect(pageReads.length / seconds, 'reads a second by the page').toBeLessThanOrEqual(2.1)
  expect(kreaReads.length / seconds, 'reads a second of Krea').toBeLessThanOrEqual(2.1)
  // Some are answered by a read of a moment before, or wait for a later one.
  expect(Math.max(...jobs.map(({ readsAfterEnd }) => readsAfterEnd))).toBeLessThanOrEqual(6)
})
