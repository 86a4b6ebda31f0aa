import { ApiError, isApiError, withCharged } from '../contract/errors'

/**
 * Why a request for a job failed, as far as the page knows.
 * @param mayRepeat whether it may have been sent before
 */
export function submitErrorOf(thrown: unknown, mayRepeat: boolean): ApiError {
  if (!isApiError(thrown)) return new ApiError('internal', undefined, { cause: thrown })
  // Without any answer there may still be a job.
  if (thrown.code === 'krea_unavailable' && thrown.requestId === undefined)
    return navigator.onLine ? lostAnswer() : new ApiError('krea_unavailable', thrown.message)
  // A closed gate does not ask the ledger either whether the request was sent before.
  if (mayRepeat && (thrown.code === 'locked' || thrown.code === 'forbidden'))
    return withCharged(thrown, 'unknown')
  // A server whose ledger is away cannot know whether the request was sent before; the page may.
  if (thrown.code !== 'unavailable' || thrown.charged !== 'unknown') return thrown
  return mayRepeat ? lostAnswer() : withCharged(thrown, 'no')
}

export const lostAnswer = () =>
  new ApiError('submit_unknown', 'No response arrived. The job may still run and be billed.')
