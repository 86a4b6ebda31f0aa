import 'server-only'
import type { Signer } from '../signer'
import { fromUuid, type Layout, pack, toUuid, unpack } from './bits'
import { decipher, encipher } from './cipher'

/** How a job ends, if nobody cancels it. */
export const endings = ['completed', 'nsfw', 'failed', 'empty'] as const
export type Ending = (typeof endings)[number]

/** All there is to know of a job. Its id carries it, so that any process can answer for it. */
export type JobFacts = {
  /** Milliseconds since 1970, a multiple of 16. */
  createdAt: number
  /** How long it runs, in ms; kept to within 12 %. */
  duration: number
  /** Half durations it waits behind other jobs first, 0 to 7. */
  backlog: number
  ending: Ending
  external: boolean
  enhance: boolean
  width: number
  height: number
  /** The painter's seed: 20 bits. */
  seed: number
  /** Index of the subject, 0 to 31. */
  subject: number
  /** Index of the palette, 0 to 15. */
  palette: number
  /** The tint of the input picture, 0 to 255 (see `tint.ts`); null without one. */
  tint: number | null
}

export const maxSide = 2 ** 13
export const seedCount = 2 ** 20
export const tickMs = 16

const layout = [
  ['tick', 34],
  ['width', 13],
  ['height', 13],
  ['seed', 20],
  ['subject', 5],
  ['palette', 4],
  ['duration', 6],
  ['backlog', 3],
  ['ending', 2],
  ['external', 1],
  ['enhance', 1],
  ['hasTint', 1],
  ['tint', 8],
] as const satisfies Layout

/** Zeros that only an id enciphered with this key has again. */
const checkBits = 11n
const epoch = Date.UTC(2026, 0, 1)
const [shortest, growth] = [10, 1.25]

export function encodeJob(facts: JobFacts, signer: Signer): string {
  const bits = pack(layout, {
    tick: Math.floor((facts.createdAt - epoch) / tickMs),
    width: facts.width - 1,
    height: facts.height - 1,
    seed: facts.seed,
    subject: facts.subject,
    palette: facts.palette,
    duration: durationStep(facts.duration),
    backlog: facts.backlog,
    ending: endings.indexOf(facts.ending),
    external: Number(facts.external),
    enhance: Number(facts.enhance),
    hasTint: Number(facts.tint !== null),
    tint: facts.tint ?? 0,
  })
  return toUuid(encipher(bits << checkBits, signer))
}

/**
 * @returns null for a UUID that was not made with this key; one in 2,048 of those gives facts all the same,
 * which nobody can choose.
 */
export function decodeJob(id: string, signer: Signer): JobFacts | null {
  const enciphered = fromUuid(id)
  if (enciphered === null) return null
  const bits = decipher(enciphered, signer)
  if ((bits & ((1n << checkBits) - 1n)) !== 0n) return null
  const values = unpack(layout, bits >> checkBits)
  const at = (name: (typeof layout)[number][0]) => values[name] ?? 0
  return {
    createdAt: epoch + at('tick') * tickMs,
    duration: Math.round(shortest * growth ** at('duration')),
    backlog: at('backlog'),
    ending: endings[at('ending')] ?? 'completed',
    external: at('external') === 1,
    enhance: at('enhance') === 1,
    width: at('width') + 1,
    height: at('height') + 1,
    seed: at('seed'),
    subject: at('subject'),
    palette: at('palette'),
    tint: at('hasTint') === 1 ? at('tint') : null,
  }
}

/** Clocks of several machines may differ by so much. */
const maxSkewMs = 60_000
const maxAgeMs = 7 * 86_400_000

/**
 * The facts of a job that no log here knows, made by a process that shares only the key. Of a million ids made
 * elsewhere one is taken: few times are likely, besides the check.
 */
export function decodeUnlogged(id: string, signer: Signer, now: number): JobFacts | null {
  const facts = decodeJob(id, signer)
  if (!facts || facts.createdAt > now + maxSkewMs || facts.createdAt < now - maxAgeMs) return null
  return facts
}

function durationStep(ms: number): number {
  const step = Math.round(Math.log(Math.max(ms, shortest) / shortest) / Math.log(growth))
  return Math.min(step, 63)
}
