import type { GalleryRecord } from '../record/record'
import { onChange } from './changes'
import { readRecord } from './records'

type Seen = { record: GalleryRecord | undefined; tellers: Set<() => void>; turn: number }

/** So many that nobody looks at any more stay, so that scrolling back finds them. */
const mostIdle = 300

const watched = new Map<string, Seen>()
/** The latest last. */
const idle = new Map<string, Seen>()

onChange((ids) => {
  for (const id of ids) {
    idle.delete(id)
    const one = watched.get(id)
    if (one) void read(id, one)
  }
})

/** Undefined until read, or when there is none. */
export const seenRecord = (id: string): GalleryRecord | undefined =>
  (watched.get(id) ?? idle.get(id))?.record

/**
 * Reads a record for all who look at it, and again at each change. Memory holds those that are looked
 * at and a few more, however many were seen.
 * @returns stops looking
 */
export function watchRecord(id: string, tell: () => void): () => void {
  const one = watched.get(id) ?? idle.get(id) ?? start(id)
  idle.delete(id)
  watched.set(id, one)
  one.tellers.add(tell)
  return () => {
    one.tellers.delete(tell)
    if (one.tellers.size > 0) return
    watched.delete(id)
    idle.set(id, one)
    for (const oldest of idle.keys()) {
      if (idle.size <= mostIdle) break
      idle.delete(oldest)
    }
  }
}

function start(id: string): Seen {
  const one: Seen = { record: undefined, tellers: new Set(), turn: 0 }
  void read(id, one)
  return one
}

/** An answer that was overtaken by a later read is dropped. */
async function read(id: string, one: Seen): Promise<void> {
  one.turn += 1
  const { turn } = one
  const record = await readRecord(id).catch(() => one.record)
  if (one.turn !== turn) return
  one.record = record
  for (const tell of one.tellers) tell()
}
