import 'server-only'
import type { Job } from '@/lib/contract/jobs'
import type { JobPage, KreaClient } from '@/lib/krea/client'
import type { Submission, SubmissionStore } from './submission-store'

type Search = {
  client: Pick<KreaClient, 'listJobs'>
  key: string
  submission: Submission
  store: SubmissionStore
  /** POSTs of this process in flight: their jobs have no owner yet, but will. */
  sending: Set<Promise<unknown>>
  clock: { now: () => number; sleep: (ms: number) => Promise<void> }
}

/** Krea's clock comes to us in whole seconds. */
export const marginMs = 2_000
/** A list may lag behind a job just made: the pauses before each look, in ms. */
const pausesMs = [0, 1_000]
const pageSize = 100

/**
 * The one job of Krea's list that was made while the submission was in flight and that no key owns;
 * `null` when there is none, or when more than one submission or job could be meant.
 */
export async function findLost(search: Search): Promise<Job | null> {
  for (const wait of pausesMs) {
    if (wait > 0) await search.clock.sleep(wait)
    const candidates = await candidatesOf(search)
    if (candidates === null) return null
    const [job, ...others] = candidates
    if (job) return others.length === 0 ? job : null
  }
  return null
}

/** `null` when Krea does not answer, or when another lost submission would make any match a guess. */
async function candidatesOf({ client, key, submission, store, sending, clock }: Search) {
  const page = await client.listJobs({ limit: pageSize }).catch(() => null)
  if (page === null) return null
  await Promise.allSettled(sending)
  const from = submission.sentFrom - marginMs
  const until = (submission.sentUntil ?? clock.now()) + marginMs
  if ((await store.countUnknown(key, from, until)) > 0) return null
  const unowned: Job[] = []
  for (const job of madeBetween(page, from, until, clock.now()))
    if (!(await store.isOwned(job.id))) unowned.push(job)
  return unowned
}

/** A page's jobs of a span of our time, whatever Krea's clock says. All in ms. */
export function madeBetween(
  page: Pick<JobPage, 'jobs' | 'serverNow'>,
  from: number,
  until: number,
  now: number,
): Job[] {
  const skew = skewOf(page, now)
  return page.jobs.filter(({ createdAt }) => {
    const made = Date.parse(createdAt) - skew
    return made >= from && made <= until
  })
}

/** How far Krea's clock is ahead of ours, in ms; on the average half a second was cut off. */
const skewOf = ({ serverNow }: Pick<JobPage, 'serverNow'>, now: number) =>
  serverNow === null ? 0 : serverNow + 500 - now
