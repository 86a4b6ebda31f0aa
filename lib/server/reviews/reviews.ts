import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import type { Ledger } from '../db/connection'
import type { Database } from '../db/database'
import type { Env } from '../env'
import { log } from '../log'
import { createFeed } from './events/feed'
import { createStrengths } from './owner/strengths'
import { createReviewRates } from './rates'
import { createSharedView } from './shared-view'
import { findPicturePlace } from './storage/picture-place'
import { createPictureStorage } from './storage/picture-storage'
import { sweepReviews } from './sweep'

type Settings = { env: Env; ledger: Ledger; now: () => number }

const sweepEveryMs = 60_000
const minSweepMs = 2_000
/** With one server, its own announcements are all there is, but for ends by date. */
const pollMs = { postgres: 400, embedded: 1_000 }

export type Reviews = ReturnType<typeof createReviews>

/** All that reviews share in this process. Their database is opened at the first use. */
export function createReviews({ env, ledger, now }: Settings) {
  const storage = createPictureStorage(() => findPicturePlace(env), ledger.database)
  let sweepTimer: NodeJS.Timeout | null = null
  let sweptAt = Number.NEGATIVE_INFINITY

  /** What has ended is deleted when somebody finds it ended, and from time to time. */
  function sweep(db: Database): void {
    if (Math.abs(now() - sweptAt) < minSweepMs) return
    sweptAt = now()
    sweepReviews(db, storage, now()).catch((error) => log().warn({ error }, 'sweep of reviews'))
  }

  /** The timer starts with the first use: alone it opens no database. */
  async function database(): Promise<Database> {
    const db = await ledger.database()
    if (sweepTimer === null) {
      sweepTimer = setInterval(() => sweep(db), sweepEveryMs).unref()
      sweep(db)
    }
    return db
  }

  /** @throws ApiError `unavailable` where pictures or verdicts would not last */
  async function requirePlace(): Promise<void> {
    await storage.requirePlace()
    const { storage: kind } = await ledger.status()
    if (kind === 'memory')
      throw new ApiError(
        'unavailable',
        'This playground has no database that lasts for a review. Set DATABASE_URL, or DATA_DIR to a folder on a disk that stays.',
      )
  }

  return {
    now,
    database,
    storage,
    sweep,
    maxBytes: env.maxReviewBytes,
    requirePlace,
    publicUrl: env.publicUrl,
    rates: createReviewRates(),
    sharedView: createSharedView(),
    strengthsOf: createStrengths(),
    feed: createFeed({
      database: ledger.database,
      now,
      pollMs: env.databaseUrl === null ? pollMs.embedded : pollMs.postgres,
    }),
  }
}
