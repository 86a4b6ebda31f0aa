import type { GalleryRecord } from './record'
import { isInFlight } from './record-state'

/** `untilMs`: nothing leaves the queue before, in ms since 1970. `refusals`: how many came in a row. */
export type QueueBackoff = { untilMs: number; refusals: number }

type Waiting = GalleryRecord & { state: { kind: 'waiting' } }

/** A deleted record must not cost anything, even while the deletion can be undone. */
const isWaiting = (record: GalleryRecord): record is Waiting =>
  record.state.kind === 'waiting' && record.deletedAt === null

/** The queue, the next record first. */
export function inOrder(open: GalleryRecord[]): Waiting[] {
  return open
    .filter(isWaiting)
    .sort((a, b) => a.state.place - b.state.place || (a.id < b.id ? -1 : 1))
}

export const inFlightCount = (open: GalleryRecord[]): number =>
  open.filter(({ state }) => isInFlight(state.kind)).length

/** How many more may leave for Krea. After a refusal one goes first, to see whether Krea takes jobs again. */
export function freeSlots(
  open: GalleryRecord[],
  maxInFlight: number,
  backoff: QueueBackoff,
  now: number,
): number {
  if (now < backoff.untilMs) return 0
  if (backoff.refusals > 0) {
    const sending = open.some(({ state }) => state.kind === 'submitting')
    return sending ? 0 : 1
  }
  return Math.max(0, maxInFlight - inFlightCount(open))
}

export const lastPosition = (open: GalleryRecord[]): number =>
  (inOrder(open).at(-1)?.state.place ?? 0) + 1

const firstPosition = (open: GalleryRecord[]): number => (inOrder(open)[0]?.state.place ?? 0) - 1

/** After so many refusals a record goes behind the others. */
const maxFrontReturns = 3

/** The position of a record that Krea was too busy for: at the front, or at the end after several refusals. */
export function positionAfterRefusal(record: GalleryRecord, open: GalleryRecord[]): number {
  return (record.busy?.times ?? 0) + 1 < maxFrontReturns ? firstPosition(open) : lastPosition(open)
}

/** The position between its new neighbours after a step towards the front (-1) or the end (1). Null at the ends. */
export function positionAfterStep(id: string, step: -1 | 1, open: GalleryRecord[]): number | null {
  const queue = inOrder(open)
  const others = queue.filter((record) => record.id !== id)
  const index = queue.findIndex((record) => record.id === id) + step
  if (index < 0 || index >= queue.length) return null
  const before = others[index - 1]?.state.place
  const after = others[index]?.state.place
  if (before === undefined) return firstPosition(open)
  return after === undefined ? lastPosition(open) : (before + after) / 2
}
