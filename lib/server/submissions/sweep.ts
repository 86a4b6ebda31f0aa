import 'server-only'
import type { LRUCache } from 'lru-cache'
import { isApiError } from '@/lib/contract/errors'
import { isEnded } from '@/lib/contract/job-status'
import type { Job } from '@/lib/contract/jobs'
import type { KreaClient } from '@/lib/krea/client'
import type { Database } from '../db/database'
import type { SubmissionRow } from '../db/tables'
import { toUnavailable } from '../db/unavailable'
import type { Mode } from '../env'
import { marginMs } from './find-lost'
import { type JobList, listJobsSince } from './list-jobs'
import { deleted, overdue, unreadable } from './lost-jobs'
import { recordOutcome } from './outcome'
import { resolveUnknown } from './resolve-unknown'
import { maxJobMs } from './sweep-limits'
import { findEnded, findOpen, giveUpDeadSenders } from './sweep-rows'

type Sweep = {
  db: Database
  mode: Mode
  client: Pick<KreaClient, 'getJob' | 'listJobs'>
  /** ms */
  now: number
  sleep: (ms: number) => Promise<void>
  /** When each job was last read singly, in ms: those that nobody could read must not stand before the others. */
  lastReads: LRUCache<string, number>
  /** Hears of what could not be found out. `key` is of the row, or `null` for Krea's list. */
  onFailure: (error: unknown, key: string | null) => void
}

const maxReads = 20
/** So many in a row, and Krea is down for all. */
const maxFailures = 3
const spacingMs = 500

/**
 * Finds out how jobs ended that nobody polled: nothing stays reserved for ever. A row that cannot be settled
 * costs itself: the others go on, and in the end it counts as billed.
 * @throws what the database throws; the next sweep tries again
 */
export async function sweep(task: Sweep): Promise<void> {
  const { db, mode, client, now, sleep } = task
  await giveUpDeadSenders(db)
  const open = await findOpen(db, mode, now)
  const ended = await findEnded(db, mode, now)
  const [oldest] = [...open, ...ended]
  if (!oldest) return
  const list = await listJobsSince(client, oldest.sentFrom.getTime() - marginMs, sleep).catch(
    (error): JobList => {
      task.onFailure(error, null)
      return { jobs: [], serverNow: null, isComplete: false }
    },
  )
  const listed = new Map(list.jobs.map((job) => [job.id, job]))
  const single: SubmissionRow[] = []
  for (const row of open)
    await forItself(task, row, async () => {
      const job = row.jobId === null ? undefined : listed.get(row.jobId)
      if (row.jobId === null) await resolveUnknown(db, mode, row, list, now)
      // A list may leave out why a job failed, or its pictures.
      else if (job && job.phase !== 'failed') await recordIfEnded(task, row, job)
      else single.push(row)
    })
  for (const row of ended) {
    const job = row.jobId === null ? undefined : listed.get(row.jobId)
    if (job && isEnded(job)) await forItself(task, row, () => recordLater(task, row, job))
    else if (row.charged === 'unknown') single.push(row)
  }
  await readSingly(task, single, listed)
}

/** What a row throws is its own; a database that fails fails for all. */
async function forItself(
  { onFailure }: Sweep,
  row: SubmissionRow,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (toUnavailable(error)) throw error
    onFailure(error, row.key)
    return false
  }
}

async function recordIfEnded({ db, now }: Sweep, row: SubmissionRow, job: Job): Promise<void> {
  if (isEnded(job)) return recordOutcome(db, job, now)
  if (isOver(row, now)) await recordOutcome(db, overdue(job), now)
}

/** A job that failed or was cancelled, and completed all the same, was billed. */
async function recordLater({ db, now }: Sweep, row: SubmissionRow, job: Job): Promise<void> {
  if (job.phase === 'succeeded' || row.charged === 'unknown') await recordOutcome(db, job, now)
}

/** Those first that were read longest ago. */
async function readSingly(
  task: Sweep,
  rows: SubmissionRow[],
  listed: Map<string, Job>,
): Promise<void> {
  const { lastReads, now, sleep } = task
  const readAt = ({ key }: SubmissionRow) => lastReads.get(key) ?? 0
  const due = rows.toSorted((a, b) => readAt(a) - readAt(b)).slice(0, maxReads)
  let failures = 0
  for (const row of due) {
    const job = row.jobId === null ? undefined : listed.get(row.jobId)
    let isRead = false
    if (failures < maxFailures) {
      if (row !== due[0]) await sleep(spacingMs)
      lastReads.set(row.key, now)
      isRead = await forItself(task, row, () => readRow(task, row, job))
      failures = isRead ? 0 : failures + 1
    }
    if (!isRead) await forItself(task, row, () => giveUp(task, row, job))
  }
}

async function readRow(task: Sweep, row: SubmissionRow, listed: Job | undefined): Promise<void> {
  const { db, client, now } = task
  if (row.jobId === null) return
  try {
    await recordIfEnded(task, row, await client.getJob(row.jobId))
  } catch (error) {
    if (!isApiError(error) || error.code !== 'not_found') throw error
    const job = listed ?? row.job
    if (job && row.endedAt === null) await recordOutcome(db, listed ?? deleted(job), now)
  }
}

/** Krea's list says how it ended, though not why; else it counts as billed once Krea must have ended it. */
async function giveUp(
  { db, now }: Sweep,
  row: SubmissionRow,
  listed: Job | undefined,
): Promise<void> {
  if (listed && isEnded(listed)) await recordOutcome(db, listed, now)
  else if (row.job && row.endedAt === null && isOver(row, now))
    await recordOutcome(db, unreadable(row.job), now)
}

const isOver = ({ sentFrom }: SubmissionRow, now: number) => now - sentFrom.getTime() > maxJobMs
