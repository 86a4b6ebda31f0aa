import 'server-only'
import type { Job } from '@/lib/contract/jobs'

/** Jobs whose end nobody can tell. Krea bills completed ones, so they may be billed. */
const lost =
  (code: string, message: string) =>
  (job: Job): Job => ({
    ...job,
    status: 'failed',
    phase: 'failed',
    error: { code, message, charged: 'unknown' },
  })

export const overdue = lost('overdue', 'Krea ends jobs after two hours, and this one says no more.')

export const deleted = lost('gone', 'Krea no longer knows this job.')

export const unreadable = lost('unreadable', 'Krea does not say what became of this job.')
