import 'server-only'
import { type ApiError, isApiError } from '@/lib/contract/errors'
import { isEnded } from '@/lib/contract/job-status'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import type { Reads } from './reads'

/**
 * Cancels a job and answers it as it is afterwards. At Krea, cancelling and deleting are one call, so an
 * ended job is not touched: its picture may exist nowhere else.
 */
export async function cancelJob(reads: Reads, client: KreaClient, id: string): Promise<Job> {
  const before = await reads.readAnew(client, id)
  if (isEnded(before)) return before
  const refusal = await client.cancelJob(id).then(() => null, asRefusal)
  if (refusal && mattersToTheVisitor(refusal)) throw refusal
  try {
    return await reads.readAnew(client, id)
  } catch (error) {
    if (!isApiError(error) || error.code !== 'not_found') throw error
    return reads.remember(client, { ...before, status: 'cancelled', phase: 'cancelled' })
  }
}

function asRefusal(error: unknown): ApiError {
  if (isApiError(error)) return error
  throw error
}

/** Krea refuses to cancel a job that has just ended or is gone: the read that follows shows which. */
const mattersToTheVisitor = ({ code, retryable }: ApiError) =>
  retryable || code === 'krea_token_rejected'
