import 'server-only'
import { LRUCache } from 'lru-cache'
import { isEnded } from '@/lib/contract/job-status'
import type { Job } from '@/lib/contract/jobs'
import type { Archive } from './archive'

const maxEnded = 5_000
const maxRecalled = 5_000
const maxKnown = 20_000

/** The sandbox has one for each address that the page is opened at. */
export type Upstream = { baseUrl: string }

export const keyOf = ({ baseUrl }: Upstream, id: string) => `${baseUrl} ${id.toLowerCase()}`

/** The jobs that ended, and the ids of those that were made here or seen at Krea. */
export function createJobMemory(archive: Archive) {
  const ended = new LRUCache<string, Job>({ max: maxEnded })
  const known = new LRUCache<string, true>({ max: maxKnown })
  const recalled = new LRUCache<string, Promise<void>>({ max: maxRecalled })

  async function remember(upstream: Upstream, job: Job): Promise<Job> {
    const key = keyOf(upstream, job.id)
    known.set(key, true)
    const before = ended.get(key)
    // A job may fail and complete all the same: then it was billed.
    const isNews = !before || (before.phase !== 'succeeded' && job.phase === 'succeeded')
    if (!isEnded(job) || !isNews) return job
    await archive.recordEnd(job).catch(archive.onFailure)
    ended.set(key, job)
    return job
  }

  /** A job that was just made here. */
  function addKnown(upstream: Upstream, id: string): void {
    known.set(keyOf(upstream, id), true)
  }

  /** Looks each id up in the archive once, all in one go. */
  async function recall(upstream: Upstream, ids: string[]): Promise<void> {
    const keys = ids.map((id) => keyOf(upstream, id))
    const fresh = ids.filter((_, index) => recalled.get(keys[index] ?? '') === undefined)
    if (fresh.length > 0) {
      const search = archive.find(fresh).then(
        ({ ownIds, jobs }) => {
          for (const id of ownIds) addKnown(upstream, id)
          for (const job of jobs) ended.set(keyOf(upstream, job.id), job)
        },
        (error) => {
          for (const id of fresh) recalled.delete(keyOf(upstream, id))
          archive.onFailure(error)
        },
      )
      for (const id of fresh) recalled.set(keyOf(upstream, id), search)
    }
    await Promise.all(keys.map((key) => recalled.get(key)))
  }

  return {
    remember,
    addKnown,
    recall,
    endedJob: (key: string) => ended.get(key),
    isKnown: (key: string) => known.has(key),
    /** Krea does not have it any more. */
    forgetKnown: (key: string) => known.delete(key),
  }
}
