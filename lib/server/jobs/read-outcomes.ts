import 'server-only'
import { isApiError } from '@/lib/contract/errors'
import type { Job } from '@/lib/contract/jobs'

export const isRateLimited = (error: unknown) => isApiError(error) && error.code === 'rate_limited'

export const isMissing = (error: unknown) => isApiError(error) && error.code === 'not_found'

/**
 * `missing` are those Krea does not have; one that could not be read just now is in neither.
 * @throws what failed, when nothing was read
 */
export function sortOutcomes(ids: string[], outcomes: PromiseSettledResult<Job>[]) {
  const jobs: Job[] = []
  const missing: string[] = []
  const failures: unknown[] = []
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') jobs.push(outcome.value)
    else if (isMissing(outcome.reason)) missing.push(ids[index] ?? '')
    else failures.push(outcome.reason)
  }
  if (jobs.length + missing.length === 0 && failures.length > 0)
    throw failures.find(isRateLimited) ?? failures[0]
  return { jobs, missing }
}
