import { type ErrorCode, isApiError } from '../contract/errors'

/** Errors that another read in a moment hardly mends: they are about this job, or about this playground. */
const lasting: ReadonlySet<ErrorCode> = new Set([
  'krea_bad_answer',
  'krea_token_rejected',
  'forbidden',
  'internal',
])
/** A job that cannot be read for so long is given up: a person may look again. */
const maxFailingMs = 60_000

/** Which jobs could not be read, and since when. @param now ms since 1970 */
export function createReadFailures(now: () => number) {
  /** Null for a job that may well be read the next time. */
  const since = new Map<string, number | null>()

  /** @returns whether the job is to be given up */
  function note(jobId: string, error: unknown): boolean {
    const first = isApiError(error) && lasting.has(error.code) ? (since.get(jobId) ?? now()) : null
    since.set(jobId, first)
    const isOver = first !== null && now() - first > maxFailingMs
    if (isOver) since.delete(jobId)
    return isOver
  }

  return {
    note,
    has: (jobId: string) => since.has(jobId),
    clear: (jobId: string) => void since.delete(jobId),
  }
}
