import 'server-only'
import { BoundedMap } from '../bounded-map'

/** Sessions that were ended before their time, by their ids. */
export type EndedSessions = {
  has(id: string): Promise<boolean>
  /** `until`, in ms: when it would have ended by itself. */
  add(id: string, until: number): Promise<void>
}

const most = 10_000

export function memoryEndedSessions(): EndedSessions {
  const ended = new BoundedMap<string, true>(most)
  return {
    has: async (id) => ended.get(id) ?? false,
    add: async (id) => ended.set(id, true),
  }
}
