import { createStore, type Store } from '../browser/create-store'
import type { Change, StorageState } from '../library/changes'
import { freeSlots, inOrder, type QueueBackoff } from '../record/queue'
import { type GalleryRecord, jobOf } from '../record/record'
import { isOpen } from '../record/record-state'
import { type TaskActions, tasksFor } from './record-tasks'
import { type After, createTaskSchedule } from './task-schedule'

type Readable<T> = Pick<Store<T>, 'read' | 'subscribe'>

export type RunnerOptions = {
  subscribe: (listener: (change: Change) => void) => () => void
  readRecord: (id: string) => Promise<GalleryRecord | undefined>
  readOpenRecords: () => Promise<GalleryRecord[]>
  actions: TaskActions & {
    /** Sends as many of the queue as may leave. */
    startWaiting: () => Promise<unknown>
  }
  storage: Readable<StorageState>
  backoff: Readable<QueueBackoff>
  maxConcurrent: Readable<number>
  /** ms since 1970 */
  now: () => number
  after: After
  onError: (error: unknown) => void
}

/** A record that could not be read is read again after so many ms: the browser may abort a read. */
const readAgainMs = 5_000

/** Brings every unfinished record to its end, whether its tile is in view or not. For the leading tab. */
export function createRunner(options: RunnerOptions) {
  const { subscribe, readRecord, readOpenRecords, actions, now, after, onError } = options
  const { storage, backoff, maxConcurrent } = options
  /** Records to poll. A new list only when a job comes or goes. */
  const running = createStore<GalleryRecord[]>([])

  /** @returns how to stop */
  function start(): () => void {
    const open = new Map<string, GalleryRecord>()
    const stale = new Set<string>()
    const schedule = createTaskSchedule(after, onError)
    let isReading = false
    let isStopped = false
    let cancelStart: (() => void) | undefined

    function put(id: string, record: GalleryRecord | undefined): void {
      if (record && isOpen(record.state.kind)) open.set(id, record)
      else open.delete(id)
      schedule.set(id, record ? tasksFor(record, storage.read(), actions) : [])
    }

    /** Lets waiting records go, each time a slot may have become free or a backoff has ended. */
    function scheduleAdmission(): void {
      cancelStart?.()
      cancelStart = undefined
      const records = [...open.values()]
      if (storage.read().full || inOrder(records).length === 0) return
      const { untilMs } = backoff.read()
      const time = Math.max(now(), untilMs)
      if (freeSlots(records, maxConcurrent.read(), backoff.read(), time) === 0) return
      const startWaiting = () => void actions.startWaiting().catch(onError)
      cancelStart = after(Math.max(0, untilMs - now()), startWaiting)
    }

    function publish(): void {
      scheduleAdmission()
      const polled = [...open.values()].filter(({ state }) => state.kind === 'running')
      if (jobIds(polled) !== jobIds(running.read())) running.write(polled)
    }

    async function readStale(): Promise<void> {
      if (isReading) return
      isReading = true
      while (stale.size > 0 && !isStopped) {
        const ids = [...stale]
        stale.clear()
        const found = await Promise.allSettled(ids.map(readRecord))
        if (isStopped) return
        for (const [index, id] of ids.entries()) {
          const one = found[index]
          if (one?.status === 'fulfilled') put(id, one.value)
          else after(readAgainMs, () => readAnew([id]))
        }
        publish()
      }
      isReading = false
    }

    function readAnew(ids: string[]): void {
      for (const id of ids) stale.add(id)
      void readStale()
    }

    function onChange(change: Change): void {
      if (change.kind === 'records') readAnew(change.records.map(({ id }) => id))
    }

    function onStorage(): void {
      for (const [id, record] of open) put(id, record)
      scheduleAdmission()
    }

    function readFirst(): void {
      if (isStopped) return
      readOpenRecords().then(
        (records) => readAnew(records.map(({ id }) => id)),
        () => after(readAgainMs, readFirst),
      )
    }
    readFirst()
    const unsubscribes = [
      subscribe(onChange),
      storage.subscribe(onStorage),
      backoff.subscribe(scheduleAdmission),
      maxConcurrent.subscribe(scheduleAdmission),
    ]

    return () => {
      isStopped = true
      for (const unsubscribe of unsubscribes) unsubscribe()
      schedule.clear()
      cancelStart?.()
      running.write([])
    }
  }

  return { start, running }
}

const jobIds = (records: GalleryRecord[]): string =>
  records.map((record) => jobOf(record)?.id).join()
