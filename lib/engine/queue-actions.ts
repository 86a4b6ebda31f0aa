import { exclusively } from '../browser/exclusively'
import { mergeRecords } from '../library/merge'
import { unlessFull } from '../library/quota'
import {
  addRecords,
  changeRecord,
  readOpenRecords,
  readRecord,
  removeRecord,
  removeRecords,
} from '../library/records'
import { readRunTimes } from '../library/request-log'
import { canStoreBlobs } from '../library/storage/blob-support'
import {
  freeSlots,
  inOrder,
  lastPosition,
  positionAfterRefusal,
  positionAfterStep,
} from '../record/queue'
import type { GalleryRecord } from '../record/record'
import { runTimesKey, typicalSecondsOf } from '../record/run-times'
import { begun, putBack } from '../record/transitions'
import { jobSettings } from './job-settings'
import { extendBackoff, readBackoff } from './queue-backoff'

/** One tab at a time changes the queue. */
const lockQueue = <T>(work: (open: GalleryRecord[]) => Promise<T>): Promise<T> =>
  exclusively('queue', async () => work(await readOpenRecords()))

const freeSlotsNow = (open: GalleryRecord[]) =>
  freeSlots(open, jobSettings.read().mostUnderWay, readBackoff(Date.now()), Date.now())

/** No job is requested whose picture this browser could not keep. A full storage is not for ever. */
const checkStorage = () => canStoreBlobs().catch(unlessFull)

/**
 * Writes new records in one transaction: as many on their way as there are free slots, the others at the end of
 * the queue.
 */
export async function enterQueue(records: GalleryRecord[]): Promise<GalleryRecord[]> {
  await checkStorage()
  return lockQueue(async (open) => {
    const slots = inOrder(open).length === 0 ? freeSlotsNow(open) : 0
    const entered = await Promise.all(
      waitingAfter(open, records).map((record, at) => (at < slots ? begin(record) : record)),
    )
    await addRecords(entered)
    return entered
  })
}

/** The records in the state in which they wait, in their order, behind all that wait already. */
function waitingAfter(open: GalleryRecord[], records: GalleryRecord[]): GalleryRecord[] {
  const first = lastPosition(open)
  const webhookUrl = jobSettings.read().webhookUrl || undefined
  return records.map((record, at) => ({
    ...record,
    ...(webhookUrl && { webhookUrl }),
    state: { kind: 'waiting', place: first + at },
  }))
}

/**
 * Writes new records to the end of the queue, in their order and in one transaction; `startWaiting` lets them go.
 * Records that are there already stay as they are.
 */
export async function enterQueueTogether(records: GalleryRecord[]): Promise<void> {
  await checkStorage()
  return lockQueue(async (open) => {
    const waiting = waitingAfter(open, records)
    await mergeRecords(waiting.map((record) => ({ record, bytes: null, previews: [] })))
  })
}

/** Lets as many records go as there are free slots. */
export function startWaiting(): Promise<void> {
  return lockQueue(async (open) => {
    for (const record of inOrder(open).slice(0, freeSlotsNow(open))) {
      const estimate = await estimateOf(record)
      await changeRecord(record.id, (before) => begun(before, estimate, Date.now()))
    }
  })
}

const begin = async (record: GalleryRecord): Promise<GalleryRecord> =>
  begun(record, await estimateOf(record), Date.now())

/** Without our own run times, the published ones do. */
async function estimateOf({ model, input, typicalSeconds }: GalleryRecord) {
  const runTimes = await readRunTimes(runTimesKey(model, input)).catch(() => undefined)
  return {
    typicalSeconds: typicalSecondsOf(runTimes, typicalSeconds),
    showsPreviews: runTimes?.previews,
  }
}

/** Krea is too busy: the record waits again, and all others with it. */
export function backToQueue(id: string, retryAfterMs: number | undefined): Promise<void> {
  return lockQueue(async (open) => {
    extendBackoff(Date.now(), retryAfterMs)
    const current = await readRecord(id)
    if (current?.state.kind === 'submitting' && current.state.isCancelled) return removeRecord(id)
    await changeRecord(id, (record) =>
      putBack(record, positionAfterRefusal(record, open), Date.now()),
    )
  })
}

/** A step towards the front (-1) or the end (1). */
export function moveInQueue(id: string, step: -1 | 1): Promise<void> {
  return lockQueue(async (open) => {
    const position = positionAfterStep(id, step, open)
    if (position === null) return
    await changeRecord(id, (record) =>
      record.state.kind === 'waiting'
        ? { ...record, state: { kind: 'waiting', place: position } }
        : record,
    )
  })
}

/** Removes a waiting record: nothing was sent, so nothing is charged. */
export function drop(id: string): Promise<void> {
  return lockQueue(async () => {
    const record = await readRecord(id)
    if (record?.state.kind === 'waiting') await removeRecord(id)
  })
}

/** Removes all waiting records that match. */
export function dropAll(matches: (record: GalleryRecord) => boolean = () => true): Promise<void> {
  return lockQueue(async (open) =>
    removeRecords(
      inOrder(open)
        .filter(matches)
        .map(({ id }) => id),
    ),
  )
}
