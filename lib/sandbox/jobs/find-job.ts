import 'server-only'
import type { Call, Context } from '../context'
import { notFound } from '../http/answer'
import { decodeUnlogged, type JobFacts } from './job-code'
import type { LoggedJob } from './job-log'
import type { Mark } from './job-record'

export type FoundJob = { job: LoggedJob; mark: Mark | null }

/**
 * A job of this token. Where processes share the key but not the disk, one that the log does not know was made
 * by another: its id carries the facts.
 * @throws Refusal 404
 */
export async function findJob(context: Context, call: Call, id: string): Promise<FoundJob> {
  const { job, mark } = await context.log.find(id)
  if (mark?.mark === 'removed') throw notFound('Job not found')
  if (job && job.owner === call.owner) return { job, mark }
  const facts = context.isLogShared ? null : decodeUnlogged(id, context.signer, context.now())
  if (job || !facts) throw notFound('Job not found')
  const type = typeOf(facts)
  return { job: { id, owner: call.owner, type, format: 'png', facts }, mark }
}

/** In Krea's words, as far as the id alone tells. */
export const typeOf = (facts: JobFacts): string =>
  facts.external ? 'externalImage' : facts.enhance ? 'enhance' : 'image'
