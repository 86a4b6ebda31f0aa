import 'server-only'
import { fromUuid, type Layout, pack, toUuid, unpack } from './bits'

/** How a job ends, if nobody cancels it. */
export const endings = ['completed', 'nsfw', 'failed', 'empty'] as const
export type Ending = (typeof endings)[number]

/** All there is to know of a job. Its id carries it, so that any process can answer for it. */
export type JobFacts = {
  /** Milliseconds since 1970, a multiple of 8. */
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
  /** What the painter draws from: 24 bits. */
  seed: number
  /** Index of the subject and of the palette, 0 to 15. */
  subject: number
  palette: number
  /** The tint of the input picture, 0 to 255 (see `tint.ts`); null without one. */
  tint: number | null
}

export const maxSide = 2 ** 13
export const seedCount = 2 ** 24

const layout = [
  ['tick', 36],
  ['width', 13],
  ['height', 13],
  ['seed', 24],
  ['subject', 4],
  ['palette', 4],
  ['duration', 6],
  ['backlog', 3],
  ['ending', 2],
  ['external', 1],
  ['enhance', 1],
  ['hasTint', 1],
  ['tint', 8],
] as const satisfies Layout

const checkBits = 6n
const tickMs = 8
const epoch = Date.UTC(2026, 0, 1)
const [shortest, growth] = [10, 1.25]

export function encodeJob(facts: JobFacts): string {
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
  return toUuid((bits << checkBits) | check(bits))
}

/** @returns null for a UUID that no sandbox gave, with a chance of one in 64 to be fooled. */
export function decodeJob(id: string): JobFacts | null {
  const all = fromUuid(id)
  if (all === null) return null
  const bits = all >> checkBits
  if (check(bits) !== (all & ((1n << checkBits) - 1n))) return null
  const values = unpack(layout, bits)
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

function durationStep(ms: number): number {
  const step = Math.round(Math.log(Math.max(ms, shortest) / shortest) / Math.log(growth))
  return Math.min(step, 63)
}

function check(bits: bigint): bigint {
  const mixed = BigInt.asUintN(64, (bits ^ (bits >> 61n)) * 0x9e3779b97f4a7c15n)
  return mixed >> (64n - checkBits)
}
