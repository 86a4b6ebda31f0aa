import 'server-only'
import { LRUCache } from 'lru-cache'
import type { KreaClient } from '@/lib/krea/client'
import type { Ledger } from '../db/connection'
import { log } from '../log'
import { sweep } from './sweep'

const everyMs = 30_000

export type Sweeper = {
  /** Never throws: what could not be found out is for the next sweep. */
  sweep(client: KreaClient): Promise<void>
}

const maxRemembered = 10_000

/**
 * At most one sweep at a time, and one every half minute.
 * @param elapsed ms of a clock that nobody sets
 */
export function createSweeper(
  ledger: Ledger | null,
  elapsed: () => number,
  sleep: (ms: number) => Promise<void>,
): Sweeper {
  const lastReads = new LRUCache<string, number>({ max: maxRemembered })
  let startedAt = Number.NEGATIVE_INFINITY
  let running: Promise<void> | null = null

  async function run(client: KreaClient): Promise<void> {
    if (!ledger) return
    try {
      const db = await ledger.database()
      const { mode } = ledger
      await sweep({ db, mode, client, now: Date.now(), sleep, lastReads, onFailure })
    } catch (error) {
      onFailure(error, null)
    }
  }

  return {
    sweep(client) {
      if (running || elapsed() - startedAt < everyMs) return running ?? Promise.resolve()
      startedAt = elapsed()
      running = run(client).finally(() => {
        running = null
      })
      return running
    },
  }
}

const onFailure = (error: unknown, key: string | null) => log().warn({ error, key }, 'sweep')
