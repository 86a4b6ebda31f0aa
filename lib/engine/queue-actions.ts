import { exclusively } from '../browser/exclusively'
import {
  addRecord,
  changeRecord,
  readOpenRecords,
  readRecord,
  removeRecord,
} from '../library/records'
import { readRunTimes } from '../library/request-log'
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
import { liveSettings } from './live-settings'
import { extendBackoff, queueBackoff } from './queue-backoff'

/** One tab at a time decides who goes. */
const inQueue = <T>(work: (open: GalleryRecord[]) => Promise<T>): Promise<T> =>
  exclusively('queue', async () => work(await readOpenRecords()))

const placesNow = (open: GalleryRecord[]) =>
  freeSlots(open, liveSettings.read().mostUnderWay, queueBackoff.read(), Date.now())

/** Keeps a new record: on its way if there is a free place, at the end of the queue if not. */
export function enterQueue(record: GalleryRecord): Promise<GalleryRecord> {
  return inQueue(async (open) => {
    const goes = inOrder(open).length === 0 && placesNow(open) > 0
    const webhookUrl = liveSettings.read().webhookUrl || undefined
    const waiting: GalleryRecord = {
      ...record,
      ...(webhookUrl && { webhookUrl }),
      state: { kind: 'waiting', place: lastPosition(open) },
    }
    const entered = goes ? await begin(waiting) : waiting
    await addRecord(entered)
    return entered
  })
}

/** Lets go as many as there are places for. */
export function admit(): Promise<void> {
  return inQueue(async (open) => {
    for (const record of inOrder(open).slice(0, placesNow(open))) {
      const { typicalSeconds } = await begin(record)
      await changeRecord(record.id, (now) => begun(now, typicalSeconds, Date.now()))
    }
  })
}

/** Our own times are not worth losing a picture for. */
async function begin(record: GalleryRecord): Promise<GalleryRecord> {
  const learnt = await readRunTimes(runTimesKey(record.model, record.input)).catch(() => undefined)
  return begun(record, typicalSecondsOf(learnt, record.typicalSeconds), Date.now())
}

/** Krea is too busy: the record waits again, and all others with it. */
export function backToQueue(id: string, retryAfterMs: number | undefined): Promise<void> {
  return inQueue(async (open) => {
    extendBackoff(Date.now(), retryAfterMs)
    await changeRecord(id, (record) =>
      putBack(record, positionAfterRefusal(record, open), Date.now()),
    )
  })
}

/** A step towards the front (-1) or the end (1). */
export function moveInQueue(id: string, step: -1 | 1): Promise<void> {
  return inQueue(async (open) => {
    const place = positionAfterStep(id, step, open)
    if (place === null) return
    await changeRecord(id, (record) =>
      record.state.kind === 'waiting' ? { ...record, state: { kind: 'waiting', place } } : record,
    )
  })
}

/** Takes a record out of the queue: nothing was sent, so nothing is charged. */
export function drop(id: string): Promise<void> {
  return inQueue(async () => {
    const record = await readRecord(id)
    if (record?.state.kind === 'waiting') await removeRecord(id)
  })
}

export function dropAll(): Promise<void> {
  return inQueue(async (open) => {
    for (const { id } of inOrder(open)) await removeRecord(id)
  })
}
