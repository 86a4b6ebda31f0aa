import 'server-only'
import type { Job } from '@/lib/contract/jobs'

/** Ended jobs that were stored elsewhere, and where those that end now are recorded. */
export type Archive = {
  /** Of these, the ids of jobs that were made here, and the ended jobs among them. */
  find(ids: string[]): Promise<{ ownIds: string[]; jobs: Job[] }>
  recordEnd(job: Job): Promise<void>
  /** A failure of either does not keep a job from its reader. */
  onFailure(error: unknown): void
}

export const noArchive: Archive = {
  find: async () => ({ ownIds: [], jobs: [] }),
  recordEnd: async () => undefined,
  onFailure: () => undefined,
}
