import 'server-only'
import { type ApiError, isApiError } from '@/lib/contract/errors'
import { isEnded } from '@/lib/contract/job-status'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import type { Asker } from './asker'
import type { Reads } from './reads'

/**
 * Cancels a job and answers it as it is afterwards. At Krea, cancelling and deleting are one call, so an
 * ended job is not touched: its picture may exist nowhere else.
 */
export async function cancelJob(
  reads: Reads,
  client: KreaClient,
  id: string,
  asker?: Asker,
): Promise<Job> {
  const before = await reads.readAnew(client, id, asker)
  if (isEnded(before)) return before
  const { refusal, isCancelled } = await cancelAtKrea(client, id)
  if (refusal && mattersToTheVisitor(refusal)) throw refusal
  try {
    return await reads.readAnew(client, id, asker)
  } catch (error) {
    if (!isApiError(error) || error.code !== 'not_found') throw error
    return reads.remember(client, isCancelled ? cancelled(before) : deleted(before))
  }
}

function cancelAtKrea(client: KreaClient, id: string) {
  return client.cancelJob(id).then(
    (isCancelled) => ({ refusal: null, isCancelled }),
    (error: unknown) => {
      if (isApiError(error)) return { refusal: error, isCancelled: false }
      throw error
    },
  )
}

/** Krea refuses to cancel a job that has just ended or is gone: the read that follows shows which. */
const mattersToTheVisitor = ({ code, retryable }: ApiError) =>
  retryable || code === 'krea_token_rejected'

const cancelled = (job: Job): Job => ({ ...job, status: 'cancelled', phase: 'cancelled' })

/** It may have completed just before it was deleted: only Krea’s own word makes a cancelled job free. */
const deleted = (job: Job): Job => ({
  ...cancelled(job),
  error: {
    code: 'cancel_unknown',
    message: 'Krea deleted the job and does not say whether it had completed: it may be billed.',
    charged: 'unknown',
  },
})
