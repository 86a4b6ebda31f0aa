import 'server-only'
import type { Job } from '@/lib/contract/jobs'

/** Ended jobs that were stored elsewhere, and where those that end now are recorded. */
export type Archive = {
  find(ids: string[]): Promise<Job[]>
  recordEnd(job: Job): Promise<void>
  /** A failure of either does not keep a job from its reader. */
  onFailure(error: unknown): void
}

export const noArchive: Archive = {
  find: async () => [],
  recordEnd: async () => undefined,
  onFailure: () => undefined,
}
