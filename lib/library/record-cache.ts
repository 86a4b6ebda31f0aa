import { type GalleryRecord, parseRecord } from '../record/record'
import { changes } from './changes'
import { readTogether } from './storage/read-together'
import { readUntilDone } from './storage/read-until-done'

type Cached = {
  record: GalleryRecord | undefined
  /** There is one that this version cannot read. */
  isUnreadable: boolean
  listeners: Set<() => void>
  /** Counts the reads begun, so that an overtaken one is dropped. */
  reads: number
}

/** Records without a subscriber that stay in memory, so that scrolling back finds them. */
const maxIdle = 300

const subscribed = new Map<string, Cached>()
/** The latest last. */
const idle = new Map<string, Cached>()

changes.subscribe((change) => {
  if (change.kind !== 'records') return
  for (const { id } of change.records) {
    idle.delete(id)
    const cached = subscribed.get(id)
    if (cached) void read(id, cached)
  }
})

/** Undefined until read, or when there is none. */
export const cachedRecord = (id: string): GalleryRecord | undefined =>
  (subscribed.get(id) ?? idle.get(id))?.record

export const isUnreadable = (id: string): boolean => subscribed.get(id)?.isUnreadable ?? false

/**
 * Reads a record for all its subscribers, and again at each change. Memory holds the records that have
 * subscribers and a few more, however many were read.
 * @returns how to unsubscribe
 */
export function subscribeToRecord(id: string, listener: () => void): () => void {
  const cached = subscribed.get(id) ?? idle.get(id) ?? start(id)
  idle.delete(id)
  subscribed.set(id, cached)
  cached.listeners.add(listener)
  return () => {
    cached.listeners.delete(listener)
    if (cached.listeners.size > 0) return
    subscribed.delete(id)
    idle.set(id, cached)
    for (const oldest of idle.keys()) {
      if (idle.size <= maxIdle) break
      idle.delete(oldest)
    }
  }
}

function start(id: string): Cached {
  const cached = {
    record: undefined,
    isUnreadable: false,
    listeners: new Set<() => void>(),
    reads: 0,
  }
  void read(id, cached)
  return cached
}

async function read(id: string, cached: Cached): Promise<void> {
  cached.reads += 1
  const { reads } = cached
  const isNeeded = () => cached.reads === reads && cached.listeners.size > 0
  let value: unknown
  try {
    value = await readUntilDone(() => readTogether('records', id), isNeeded)
  } catch {
    // The next subscriber reads it anew.
    if (cached.reads === reads) idle.delete(id)
    return
  }
  if (cached.reads !== reads) return
  cached.record = parseRecord(value)
  cached.isUnreadable = value !== undefined && !cached.record
  for (const listener of cached.listeners) listener()
}
