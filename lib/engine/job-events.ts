import type { Change, RecordChange } from '../library/changes'
import type { GalleryRecord } from '../record/record'
import { isInFlight } from '../record/record-state'

/**
 * `queued`: a click put the job in this browser's queue. `started`: it left for Krea. `ended`: Krea has finished
 * with it, in whatever way. `saved`: its picture is in this browser.
 */
export type JobEvent = 'queued' | 'started' | 'ended' | 'saved'

type Listener = (record: GalleryRecord) => void

type Library = {
  subscribe: (listener: (change: Change) => void) => () => void
  readRecord: (id: string) => Promise<GalleryRecord | undefined>
}

/** Every tab emits the events of all tabs, since each hears of all changes. Events of deleted records are dropped. */
export function createJobEvents({ subscribe, readRecord }: Library) {
  const listeners: Record<JobEvent, Set<Listener>> = {
    queued: new Set(),
    started: new Set(),
    ended: new Set(),
    saved: new Set(),
  }
  let last = Promise.resolve()

  async function emit(event: JobEvent, id: string): Promise<void> {
    const record = await readRecord(id).catch(() => undefined)
    if (record) for (const listener of listeners[event]) listener(record)
  }

  /** @returns how to stop */
  const start = (): (() => void) =>
    subscribe((change) => {
      if (change.kind !== 'records') return
      for (const one of change.records) {
        const event = eventOf(one)
        // One after the other, so that events keep the order of the changes.
        if (event) last = last.then(() => emit(event, one.id))
      }
    })

  /** @returns how to stop listening */
  function on(event: JobEvent, listener: Listener): () => void {
    listeners[event].add(listener)
    return () => void listeners[event].delete(listener)
  }

  return { start, on }
}

function eventOf({ from, to }: RecordChange): JobEvent | null {
  const wasInFlight = from !== null && isInFlight(from)
  if (to === null || to === from) return null
  if (to === 'waiting') return from === null ? 'queued' : null
  if (isInFlight(to)) return wasInFlight ? null : 'started'
  if (wasInFlight) return 'ended'
  return from === 'saving' && to === 'done' ? 'saved' : null
}
