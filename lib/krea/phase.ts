import 'server-only'
import type { Phase } from '../contract/jobs'
import type { JobWire } from './wire'

type Found = { hasResult: boolean; hasError: boolean }

/** Now and then the address comes a moment after `completed`. */
const lateResultMs = 5_000

/**
 * Where a job stands. Krea's own words decide; of a word that we do not know, `completed_at` says
 * that it is the last. `now` is in ms, by Krea's clock where it tells it.
 */
export function phaseOf(wire: JobWire, found: Found, now: number): Phase {
  const word = wire.status.trim().toLowerCase()
  const completedAt = Date.parse(wire.completed_at ?? '')
  if (/^cancell?ed$/.test(word)) return 'cancelled'
  if (/^(failed|failure|error|errored)$/.test(word)) return 'failed'
  if (/^(completed?|succeeded|success|done|finished|finalized)$/.test(word))
    return endOf(found, completedAt, now)
  const isEnded = !Number.isNaN(completedAt) && word !== 'intermediate-complete'
  if (!isEnded) return 'pending'
  if (/cancel|abort/.test(word)) return 'cancelled'
  if (knownUnderWay.has(word) && !found.hasResult && !found.hasError) return 'pending'
  return endOf(found, completedAt, now)
}

const knownUnderWay = new Set(['backlogged', 'queued', 'scheduled', 'processing', 'sampling'])

function endOf({ hasResult, hasError }: Found, completedAt: number, now: number): Phase {
  if (hasResult) return 'succeeded'
  const mayComeLate = !hasError && Math.abs(now - completedAt) < lateResultMs
  return mayComeLate ? 'pending' : 'failed'
}
