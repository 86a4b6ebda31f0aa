import 'server-only'
import * as z from 'zod'
import type { JobFacts } from './jobs/job-code'
import type { Store } from './jobs/store'
import { endOf } from './jobs/timeline'

const markSchema = z.object({ is: z.enum(['cancelled', 'removed']), at: z.number() })

/** What an id cannot carry: that somebody cancelled or removed the job, and when. */
export type Mark = z.infer<typeof markSchema>

export type Registry = ReturnType<typeof createRegistry>

const maxJobs = 1000

/** The jobs of this process, for the list; and everyone's marks, in the store. */
export function createRegistry(store: Store) {
  const jobs = new Map<string, JobFacts>()
  const cancelled = new Set<string>()
  let latest = 0
  return {
    /** A time that no other job of this process has: two equal requests are two jobs. */
    nextTime(now: number): number {
      latest = Math.max(Math.floor(now / 8) * 8, latest + 8)
      return latest
    },
    remember(id: string, facts: JobFacts): void {
      jobs.set(id, facts)
      for (const oldest of jobs.keys()) {
        if (jobs.size <= maxJobs) break
        jobs.delete(oldest)
        cancelled.delete(oldest)
      }
    },
    running: (now: number): number =>
      [...jobs].filter(([id, facts]) => endOf(facts) > now && !cancelled.has(id)).length,
    /** Newest first. */
    all: (): [string, JobFacts][] =>
      [...jobs].toSorted(([, a], [, b]) => b.createdAt - a.createdAt),
    async mark(id: string, mark: Mark): Promise<void> {
      if (mark.is === 'removed') jobs.delete(id)
      else cancelled.add(id)
      await store.write(markFileName(id), Buffer.from(JSON.stringify(mark)))
    },
    /** The ids of all jobs that have a mark. */
    async marked(): Promise<Set<string>> {
      const names = await store.list('mark-')
      return new Set(names.map((name) => name.slice('mark-'.length, -'.json'.length)))
    },
    async markOf(id: string): Promise<Mark | null> {
      const bytes = await store.read(markFileName(id))
      return bytes && markSchema.parse(JSON.parse(bytes.toString()))
    },
  }
}

const markFileName = (id: string) => `mark-${id}.json`
