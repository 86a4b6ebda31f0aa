/** What the pace depends on, all in ms: how long the job has run, and how long such jobs take. */
export type Pace = { elapsedMs: number; typicalMs: number; hidden: boolean }

/** Krea asks for 2 to 5 s: longer than that only for jobs that are late, shorter only near the end. */
const seldom = 4_500
const dense = 1_000
const lateAt = 1.5
const longestMs = 10_000
const hiddenMs = 10_000

/**
 * How long to wait before a pending job is read again. Seldom while it can hardly be done, dense
 * around its typical time, backing off when it is late.
 */
export function pollInterval(pace: Pace): number {
  const interval = Math.round(intervalOf(pace))
  return pace.hidden ? Math.max(interval, hiddenMs) : interval
}

function intervalOf({ elapsedMs, typicalMs }: Pace): number {
  const untilDense = denseFrom(typicalMs) - elapsedMs
  if (untilDense > 0) {
    const steps = Math.ceil(untilDense / seldom)
    return Math.max(untilDense / steps, dense)
  }
  const late = elapsedMs - typicalMs * lateAt
  return late > 0
    ? Math.min(Math.max(late / 4, denseStep(typicalMs)), longestMs)
    : denseStep(typicalMs)
}

/** A short job is read when it should be done, a long one some time before: its end is less sure. */
const denseFrom = (typicalMs: number) => Math.min(typicalMs, typicalMs * 0.8 + 600)

const denseStep = (typicalMs: number) => Math.min(Math.max(dense, typicalMs / 40), 1_500)

/**
 * How long to wait after the n-th failed read in a row (from 1): doubling, with jitter, and never
 * less than the server asks for.
 * @param random in [0, 1)
 */
export function retryDelay(attempt: number, random: number, retryAfterMs = 0): number {
  const longest = Math.min(1000 * 2 ** (attempt - 1), 30_000)
  return Math.round(Math.max(retryAfterMs, longest * (0.5 + random / 2)))
}
