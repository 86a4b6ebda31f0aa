import 'server-only'
import type { Call, Context } from '../context'
import { notFound } from '../http/answer'
import { decodeJob, type JobFacts } from './job-code'
import type { LoggedJob } from './job-log'
import type { Mark } from './job-record'

export type FoundJob = { job: LoggedJob; mark: Mark | null }

/** Clocks of several machines may differ by so much. */
const maxSkewMs = 60_000

/**
 * A job of this token. One that the log does not know was made by a process that shares the key but
 * not the disk: its id carries the facts.
 * @throws Refusal 404
 */
export async function findJob(context: Context, call: Call, id: string): Promise<FoundJob> {
  const facts = decodeJob(id, context.signer)
  if (!facts || facts.createdAt > context.now() + maxSkewMs) throw notFound('Job not found')
  const { job, mark } = await context.log.find(id)
  if (mark?.mark === 'removed' || (job && job.owner !== call.owner)) throw notFound('Job not found')
  if (!job && context.isKeyOwn) throw notFound('Job not found')
  const unlogged = { id, owner: call.owner, type: typeOf(facts), format: 'png', facts } as const
  return { job: job ?? unlogged, mark }
}

/** In Krea's words, as far as the id alone tells. */
export const typeOf = (facts: JobFacts): string =>
  facts.external ? 'externalImage' : facts.enhance ? 'enhance' : 'image'
