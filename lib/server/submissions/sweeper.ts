import 'server-only'
import type { KreaClient } from '@/lib/krea/client'
import { ledgerIfOn } from '../db/connection'
import { log } from '../log'
import { shared } from '../shared'
import { sweep } from './sweep'

const everyMs = 30_000

export type Sweeper = ReturnType<typeof createSweeper>

/** At most one sweep at a time, and one every half minute. */
function createSweeper(now: () => number) {
  let last = 0
  let running: Promise<void> | null = null

  async function run(client: KreaClient): Promise<void> {
    const books = ledgerIfOn()
    if (!books) return
    try {
      await sweep({ db: await books.database(), mode: books.mode, client, now: now() })
    } catch (error) {
      log().warn({ detail: String(error) }, 'sweep')
    }
  }

  return {
    /** Never throws: what could not be settled is for the next sweep. */
    sweep(client: KreaClient): Promise<void> {
      if (running || now() - last < everyMs) return running ?? Promise.resolve()
      last = now()
      running = run(client).finally(() => {
        running = null
      })
      return running
    },
  }
}

export const sweeper = shared('sweeper', () => createSweeper(Date.now))
