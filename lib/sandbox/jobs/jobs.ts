import 'server-only'
import type { Call, Context } from '../context'
import { invalid, json } from '../http/answer'
import { findJob } from './find-job'
import { readPage } from './page'
import { endOf } from './timeline'
import { notifyWebhook } from './webhook'
import { wireJob } from './wire-job'

const statuses = [
  'backlogged',
  'queued',
  'scheduled',
  'processing',
  'sampling',
  'intermediate-complete',
  'completed',
  'failed',
  'cancelled',
]

export async function getJob(context: Context, call: Call, id: string): Promise<Response> {
  return json(wireJob(await findJob(context, call, id), context.now(), call.base))
}

/** Cancels a job on its way; removes one that has ended, as Krea's one call does. */
export async function deleteJob(context: Context, call: Call, id: string): Promise<Response> {
  const { job, mark } = await findJob(context, call, id)
  const now = context.now()
  const isEnded = mark !== null || now >= endOf(job.facts)
  await context.log.mark({ id, mark: isEnded ? 'removed' : 'cancelled', at: now })
  if (!isEnded) await notifyWebhook(context, id)
  return json({ success: true, message: isEnded ? 'Job deleted' : 'Job cancelled' })
}

/** The jobs of this token, newest first; the cursor is a page's last `created_at`. */
export async function listJobs(context: Context, call: Call): Promise<Response> {
  const { before, limit } = readPage(call.url)
  const types = call.url.searchParams.get('types')?.split(',')
  const status = call.url.searchParams.get('status')
  if (status !== null && !statuses.includes(status)) throw invalid('Invalid query parameters')
  const now = context.now()
  const found = (await context.log.listOf(call.owner))
    .filter(({ job }) => job.facts.createdAt < before && (types?.includes(job.type) ?? true))
    .map((one) => wireJob(one, now, call.base))
    .filter((job) => status === null || job.status === status)
  const items = found.slice(0, limit)
  return json({ items, next_cursor: found.length > limit ? items.at(-1)?.created_at : null })
}
