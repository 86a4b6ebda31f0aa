import 'server-only'
import { LRUCache } from 'lru-cache'
import { ApiError } from '@/lib/contract/errors'
import type { Ledger } from '../db/connection'
import type { PassRow } from '../db/tables'
import { findPass, passOfJob, requireValid } from './passes'
import type { Principal } from './principal'

/** A poll must not cost a query: a pass is read again after so long, and at once when it buys. */
const freshMs = 2_000
const maxPasses = 5_000
const maxJobs = 5_000

type CachedPass = { at: number; pass: Promise<PassRow | null> }
type Guest = Pick<Principal, 'passId'>

export type Guests = ReturnType<typeof createGuests>

/** Caches passes for a moment, and for good which pass a job belongs to. */
export function createGuests(ledger: Ledger | null, now: () => number) {
  const passes = new LRUCache<string, CachedPass>({ max: maxPasses })
  const passIds = new LRUCache<string, { passId: string | null }>({ max: maxJobs })

  async function readPass(id: string): Promise<PassRow | null> {
    const cached = passes.get(id)
    if (cached && Math.abs(now() - cached.at) < freshMs) return cached.pass
    const pass = ledger ? ledger.database().then((db) => findPass(db, id)) : Promise.resolve(null)
    passes.set(id, { at: now(), pass })
    pass.catch(() => passes.delete(id))
    return pass
  }

  async function passIdOfJob(jobId: string): Promise<string | null> {
    const cached = passIds.get(jobId)
    if (cached) return cached.passId
    const found = ledger && (await passOfJob(await ledger.database(), jobId))
    if (found) passIds.set(jobId, found)
    return found?.passId ?? null
  }

  /** A guest sees only what the pass paid for. */
  const isOwnJob = async ({ passId }: Guest, jobId: string): Promise<boolean> =>
    passId === null || (await passIdOfJob(jobId)) === passId

  return {
    /**
     * The guest's pass; `null` for whoever is no guest.
     * @throws ApiError `forbidden` when it is unknown, revoked or expired
     */
    async requirePass({ passId }: Guest): Promise<PassRow | null> {
      return passId === null ? null : requireValid(await readPass(passId), now())
    },

    /** @throws ApiError `not_found` */
    async requireOwnJob(guest: Guest, jobId: string): Promise<void> {
      if (!(await isOwnJob(guest, jobId)))
        throw new ApiError('not_found', 'There is no such job of yours.')
    },

    /** The ids that this visitor may ask for, and the others. */
    async splitOwnJobs(guest: Guest, ids: string[]): Promise<[string[], string[]]> {
      const own = await Promise.all(ids.map((id) => isOwnJob(guest, id)))
      return [ids.filter((_, index) => own[index]), ids.filter((_, index) => !own[index])]
    },

    /** After a pass was revoked. */
    forgetPass: (id: string) => passes.delete(id),
  }
}
