import 'server-only'
import { LRUCache } from 'lru-cache'

/** Sessions that were ended before their time, by their ids. */
export type EndedSessions = {
  has(id: string): Promise<boolean>
  /** `until`, in ms: the time at which it would have ended by itself. */
  add(id: string, until: number): Promise<void>
}

const maxSessions = 10_000

export function memoryEndedSessions(): EndedSessions {
  const ended = new LRUCache<string, true>({ max: maxSessions })
  return {
    has: async (id) => ended.get(id) ?? false,
    async add(id) {
      ended.set(id, true)
    },
  }
}
