import 'server-only'
import * as z from 'zod'
import { invalid, json, notFound } from '../answer'
import type { Call, Context } from '../context'
import type { Mark } from '../registry'
import { decodeJob, type JobFacts } from './job-code'
import { endOf } from './timeline'
import { typeOf, wireJob } from './wire-job'

export async function getJob(context: Context, { base }: Call, id: string): Promise<Response> {
  const { facts, mark } = await find(context, id)
  return json(wireJob(id, facts, mark, context.now(), base))
}

/** Cancels a job on its way; removes one that has ended, as Krea's one call does. */
export async function deleteJob(context: Context, _call: Call, id: string): Promise<Response> {
  const { facts, mark } = await find(context, id)
  const now = context.now()
  const ended = mark !== null || now >= endOf(facts)
  await context.registry.mark(id, { is: ended ? 'removed' : 'cancelled', at: now })
  return json({ job_id: id, deleted: true })
}

async function find(
  { registry, now }: Context,
  id: string,
): Promise<{ facts: JobFacts; mark: Mark | null }> {
  const facts = decodeJob(id)
  // An id from the future is no job of ours; clocks of several machines may differ by a minute.
  if (!facts || facts.createdAt > now() + 60_000) throw notFound('Job not found')
  const mark = await registry.markOf(id)
  if (mark?.is === 'removed') throw notFound('Job not found')
  return { facts, mark }
}

const pageSchema = z.object({
  cursor: z.iso.datetime({ offset: true }).nullable(),
  limit: z.coerce.number().int().min(1).max(1000).catch(Number.NaN),
})

/** @throws Refusal 400 for a cursor or limit that is none. */
export function readPage({ searchParams }: URL): { before: number; limit: number } {
  const page = pageSchema.safeParse({
    cursor: searchParams.get('cursor'),
    limit: searchParams.get('limit') ?? 100,
  })
  if (!page.success || Number.isNaN(page.data.limit)) throw invalid('Invalid query parameters')
  const { cursor, limit } = page.data
  return { before: cursor === null ? Number.POSITIVE_INFINITY : Date.parse(cursor), limit }
}

/** The jobs this process remembers, newest first; the cursor is a page's last `created_at`. */
export async function listJobs(context: Context, { url, base }: Call): Promise<Response> {
  const { before, limit } = readPage(url)
  const types = url.searchParams.get('types')?.split(',')
  const status = url.searchParams.get('status')
  const now = context.now()
  const marked = await context.registry.marked()
  const jobs = await Promise.all(
    context.registry
      .all()
      .filter(([, facts]) => facts.createdAt < before && (types?.includes(typeOf(facts)) ?? true))
      .map(async ([id, facts]) => {
        const mark = marked.has(id) ? await context.registry.markOf(id) : null
        return mark?.is === 'removed' ? [] : [wireJob(id, facts, mark, now, base)]
      }),
  )
  const found = jobs.flat().filter((job) => status === null || job.status === status)
  const items = found.slice(0, limit)
  return json({ items, next_cursor: found.length > limit ? items.at(-1)?.created_at : null })
}
