import type * as z from 'zod/mini'
import type { jobSchema } from './jobs-schema'

export type Job = z.infer<typeof jobSchema>
export type Phase = Job['phase']
export type JobError = NonNullable<Job['error']>

/** What Krea says while a job is on its way, in the words we show. An unknown word is shown as it is. */
const words: Record<string, string> = {
  backlogged: 'Waiting for a free place',
  queued: 'Queued',
  scheduled: 'About to start',
  processing: 'Processing',
  sampling: 'Sampling',
  'intermediate-complete': 'Taking shape',
  completed: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

export function formatStatus(status: string): string {
  return words[status] ?? status.replaceAll(/[-_]/g, ' ').replace(/^./, (c) => c.toUpperCase())
}

export const isEnded = (job: Pick<Job, 'phase'>): boolean => job.phase !== 'pending'
