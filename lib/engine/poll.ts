/** Where the tile of a job is. A hidden page has none in view. */
export type Visibility = 'in-view' | 'out-of-view' | 'hidden'

/**
 * In ms: how long the job has run, and how long such jobs take, if that is known. `showsPreviews`: it shows pictures on the
 * way, or its model is known to.
 */
export type Pace = {
  elapsedMs: number
  typicalMs: number | null
  visibility: Visibility
  showsPreviews: boolean
}

/** Reads are due at common instants, this far apart, so that those of all jobs share a request. */
export const tickMs = 900
/** Each picture of a job in view is seen within a second, in nine of ten cases. */
const watchMs = tickMs
/** A job in view that is so late is read half as often, in ms and as a multiple of its typical time. */
const stuck = { ms: 60_000, factor: 4 }

/** Krea asks for 2 to 5 s: longer than that only for jobs that are late or out of view. */
const slowMs = { 'in-view': 3_500, 'out-of-view': 6_000, hidden: 6_000 }
const patientMs = 2_500
/** A job is late after so many times its typical time. */
const lateFactor = 1.8
const maxLateMs = 10_000
const minHiddenMs = 10_000

/** How long to wait before a pending job is read again. */
export function pollInterval(pace: Pace): number {
  const interval = Math.round(intervalOf(pace))
  return pace.visibility === 'hidden' ? Math.max(interval, minHiddenMs) : interval
}

function intervalOf(pace: Pace): number {
  const { elapsedMs, typicalMs, visibility, showsPreviews } = pace
  if (visibility === 'in-view' && showsPreviews) return watchInterval(elapsedMs, typicalMs)
  if (typicalMs === null) return unknownInterval(elapsedMs)
  return visibility === 'in-view'
    ? endInterval(elapsedMs, typicalMs)
    : patientInterval(elapsedMs, typicalMs)
}

const watchInterval = (elapsedMs: number, typicalMs: number | null): number =>
  elapsedMs > Math.max(stuck.ms, (typicalMs ?? 0) * stuck.factor) ? watchMs * 2 : watchMs

/** After 1 s, after 2 s more, then ever more seldom. */
const unknownInterval = (elapsedMs: number): number =>
  elapsedMs < 1_000 ? 1_000 : Math.min(Math.max(2_000, elapsedMs / 2), maxLateMs)

/** Of a job in view: slowly while it can hardly be done, fast around its typical time, backing off when it is late. */
function endInterval(elapsedMs: number, typicalMs: number): number {
  const untilFast = typicalMs * 0.7 - elapsedMs
  if (untilFast > 0) return evenly(untilFast, slowMs['in-view'])
  const late = elapsedMs - typicalMs * lateFactor
  return Math.min(Math.max(watchMs, late / 4), maxLateMs)
}

/** Of a job out of view: only its end counts, for the jobs that wait behind it and for notifications. */
function patientInterval(elapsedMs: number, typicalMs: number): number {
  const untilDone = typicalMs + Math.min(typicalMs * 0.3, 2_000) - elapsedMs
  if (untilDone > 0) return evenly(untilDone, slowMs['out-of-view'])
  return Math.min(Math.max(patientMs, (elapsedMs - typicalMs) / 4), maxLateMs)
}

/** The longest wait that divides the time into even steps. */
const evenly = (ms: number, maxMs: number): number => Math.max(ms / Math.ceil(ms / maxMs), watchMs)

/** At least so long after an answer, whatever the tick. */
const minGapMs = 100

/**
 * How long to wait so that a read falls on the tick that is nearest to when it is due. A read that is due at the next
 * tick is not put off because the answer before it came late.
 * @param now by any clock, in ms
 */
export function untilTick(now: number, interval: number): number {
  const nearest = Math.round((now + interval) / tickMs) * tickMs
  const first = Math.ceil((now + minGapMs) / tickMs) * tickMs
  return interval <= tickMs ? first - now : Math.max(nearest, first) - now
}

/**
 * How long to wait after the n-th failed read in a row (from 1): doubling, with jitter, and never
 * less than the server asks for.
 * @param random in [0, 1)
 */
export function retryDelay(attempt: number, random: number, retryAfterMs = 0): number {
  const longest = Math.min(1000 * 2 ** (attempt - 1), 30_000)
  return Math.round(Math.max(retryAfterMs, longest * (0.5 + random / 2)))
}
