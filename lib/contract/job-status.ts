import type { Job } from './jobs'

/** Krea's status of a job on its way, in the words we show. An unknown status is shown as it is. */
const labels: Record<string, string> = {
  backlogged: 'Queued',
  queued: 'Queued',
  scheduled: 'Queued',
  processing: 'Generating',
  sampling: 'Generating',
  'intermediate-complete': 'Generating',
  completed: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

export function formatStatus(status: string): string {
  return labels[status] ?? status.replaceAll(/[-_]/g, ' ').replace(/^./, (c) => c.toUpperCase())
}

export const isEnded = (job: Pick<Job, 'phase'>): boolean => job.phase !== 'pending'
