import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import { BoundedMap } from '../bounded-map'
import { ledger, ledgerIfOn } from '../db/connection'
import type { PassRow } from '../db/tables'
import { shared } from '../shared'
import { findPass, passOfJob, requireValid } from './passes'
import type { Permissions } from './principal'

/** A poll must not cost a query: a pass is looked at again after so long, and at once when it buys. */
const freshMs = 2_000
const most = 5_000

type Held = { at: number; pass: Promise<PassRow | null> }
export type Guests = ReturnType<typeof createGuests>

/** Remembers passes for a moment, and for good which pass a job belongs to. */
function createGuests(now: () => number) {
  const held = new BoundedMap<string, Held>(most)
  const owners = new BoundedMap<string, { passId: string | null }>(most)

  return {
    async pass(id: string): Promise<PassRow | null> {
      const known = held.get(id)
      if (known && now() - known.at < freshMs) return known.pass
      const pass = ledger()
        .database()
        .then((db) => findPass(db, id))
      held.set(id, { at: now(), pass })
      pass.catch(() => held.delete(id))
      return pass
    },
    forget: (id: string) => held.delete(id),
    async passOfJob(jobId: string): Promise<string | null> {
      const known = owners.get(jobId)
      if (known) return known.passId
      const owner = await passOfJob(await ledger().database(), jobId)
      if (owner) owners.set(jobId, owner)
      return owner?.passId ?? null
    },
  }
}

export const guests = shared('guests', () => createGuests(Date.now))

/** The pass that a visitor uses: whoever may spend anyway needs none. */
export const guestPassId = ({ owner, unlocked, passId }: Permissions): string | null =>
  owner || unlocked || ledgerIfOn() === null ? null : passId

/**
 * The guest's pass, if the visitor is one.
 * @throws ApiError `forbidden` when it is unknown, revoked or expired
 */
export async function guestPass(rights: Permissions): Promise<PassRow | null> {
  const id = guestPassId(rights)
  return id === null ? null : requireValid(await guests().pass(id), Date.now())
}

/** A guest sees what the own pass paid for. @throws ApiError `not_found` */
export async function requireOwnJob(rights: Permissions, jobId: string): Promise<void> {
  if (!(await isOwnJob(rights, jobId)))
    throw new ApiError('not_found', 'There is no such job of yours.')
}

/** The ids that this visitor may ask for, and the others. */
export async function ownAmong(rights: Permissions, ids: string[]): Promise<[string[], string[]]> {
  const own = await Promise.all(ids.map((id) => isOwnJob(rights, id)))
  return [ids.filter((_, index) => own[index]), ids.filter((_, index) => !own[index])]
}

async function isOwnJob(rights: Permissions, jobId: string): Promise<boolean> {
  const id = guestPassId(rights)
  return id === null || (await guests().passOfJob(jobId)) === id
}
