import 'server-only'
import * as z from 'zod'
import type { Signer } from '../signer'
import { decodeJob, type JobFacts, tickMs } from './job-code'
import { type JobRecord, jobRecordSchema, type Mark, markSchema } from './job-record'
import type { Store } from './store-type'
import { endOf } from './timeline'

export type LoggedJob = JobRecord & { facts: JobFacts }

export type JobLog = ReturnType<typeof createJobLog>

const dayMs = 86_400_000
const maxJobs = 10_000
const lineSchema = z.union([jobRecordSchema, markSchema])

/** Older jobs are forgotten, with their files. */
const maxFiles = 30

/**
 * All jobs and how they were ended, as lines in one file a day. Every process appends to it, and reads
 * on from where it was.
 */
export function createJobLog(store: Store, signer: Signer, now: () => number) {
  const jobs = new Map<string, LoggedJob>()
  const marks = new Map<string, Mark>()
  const offsets = new Map<string, number>()
  let latest = 0
  let reading: Promise<void> | null = null

  function apply(line: string): void {
    const entry = lineSchema.safeParse(parse(line)).data
    if (!entry) return
    if ('mark' in entry) {
      marks.set(entry.id, entry)
      if (entry.mark === 'removed') jobs.delete(entry.id)
      return
    }
    const facts = decodeJob(entry.id, signer)
    if (!facts || marks.get(entry.id)?.mark === 'removed') return
    jobs.set(entry.id, { ...entry, facts })
    const [oldest] = jobs.keys()
    if (jobs.size > maxJobs && oldest !== undefined) jobs.delete(oldest)
  }

  async function readFile(name: string): Promise<void> {
    const offset = offsets.get(name) ?? 0
    const bytes = await store.readFrom(name, offset)
    // The last line may be half written.
    const end = bytes.lastIndexOf(10) + 1
    offsets.set(name, offset + end)
    for (const line of bytes.subarray(0, end).toString().split('\n')) if (line) apply(line)
  }

  async function readAll(): Promise<void> {
    const isFirst = offsets.size === 0
    const recent = [fileName(now() - dayMs), fileName(now())]
    const names = isFirst ? [...(await openFiles(store)), ...recent] : recent
    for (const name of [...new Set(names)].toSorted()) await readFile(name)
  }

  function refresh(): Promise<void> {
    reading ??= readAll().finally(() => {
      reading = null
    })
    return reading
  }

  const append = (entry: JobRecord | Mark) =>
    store.append(fileName(now()), `${JSON.stringify(entry)}\n`)

  return {
    /** A time that no other job of this process has: two equal requests are two jobs. */
    nextTime(): number {
      latest = Math.max(Math.floor(now() / tickMs) * tickMs, latest + tickMs)
      return latest
    },
    async add(record: JobRecord): Promise<void> {
      await append(record)
      await refresh()
    },
    async mark(mark: Mark): Promise<void> {
      await append(mark)
      await refresh()
    },
    async find(id: string): Promise<{ job: LoggedJob | null; mark: Mark | null }> {
      await refresh()
      return { job: jobs.get(id) ?? null, mark: marks.get(id) ?? null }
    },
    /** Newest first. */
    async listOf(owner: string): Promise<{ job: LoggedJob; mark: Mark | null }[]> {
      await refresh()
      return [...jobs.values()]
        .filter((job) => job.owner === owner)
        .toSorted((a, b) => b.facts.createdAt - a.facts.createdAt)
        .map((job) => ({ job, mark: marks.get(job.id) ?? null }))
    },
    /** Those that somebody may still wait to be called about. */
    async listWithWebhook(): Promise<LoggedJob[]> {
      await refresh()
      const isRecent = ({ facts }: LoggedJob) => endOf(facts) > now() - dayMs
      return [...jobs.values()].filter((job) => job.webhook && isRecent(job) && !marks.has(job.id))
    },
    async countRunning(owner: string): Promise<number> {
      await refresh()
      const isRunning = ({ id, facts }: LoggedJob) => endOf(facts) > now() && !marks.has(id)
      return [...jobs.values()].filter((job) => job.owner === owner && isRunning(job)).length
    },
  }
}

async function openFiles(store: Store): Promise<string[]> {
  const names = (await store.list('jobs-')).toSorted()
  for (const name of names.slice(0, -maxFiles)) await store.remove(name)
  return names.slice(-maxFiles)
}

const fileName = (time: number) => `jobs-${new Date(time).toISOString().slice(0, 10)}.ndjson`

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
