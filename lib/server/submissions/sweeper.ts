import 'server-only'
import type { KreaClient } from '@/lib/krea/client'
import type { Ledger } from '../db/connection'
import { log } from '../log'
import { sweep } from './sweep'

const everyMs = 30_000

export type Sweeper = {
  /** Never throws: what could not be found out is for the next sweep. */
  sweep(client: KreaClient): Promise<void>
}

/** At most one sweep at a time, and one every half minute. */
export function createSweeper(ledger: Ledger | null, now: () => number): Sweeper {
  let startedAt = 0
  let running: Promise<void> | null = null

  async function run(client: KreaClient): Promise<void> {
    if (!ledger) return
    try {
      await sweep({ db: await ledger.database(), mode: ledger.mode, client, now: now() })
    } catch (error) {
      log().warn({ detail: String(error) }, 'sweep')
    }
  }

  return {
    sweep(client) {
      if (running || now() - startedAt < everyMs) return running ?? Promise.resolve()
      startedAt = now()
      running = run(client).finally(() => {
        running = null
      })
      return running
    },
  }
}
