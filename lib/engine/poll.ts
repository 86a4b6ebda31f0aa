/** In ms: how long the job has run, and how long such jobs take. */
export type Pace = { elapsedMs: number; typicalMs: number; hidden: boolean }

/** Krea asks for 2 to 5 s: longer than that only for jobs that are late, shorter only near the end. */
const slowMs = 4_500
const fastMs = 1_000
/** A job is late after so many times its typical time. */
const lateFactor = 1.5
const maxLateMs = 10_000
const minHiddenMs = 10_000

/**
 * How long to wait before a pending job is read again: slowly while it can hardly be done, fast around its
 * typical time, backing off when it is late.
 */
export function pollInterval(pace: Pace): number {
  const interval = Math.round(intervalOf(pace))
  return pace.hidden ? Math.max(interval, minHiddenMs) : interval
}

function intervalOf({ elapsedMs, typicalMs }: Pace): number {
  const untilFast = fastFrom(typicalMs) - elapsedMs
  if (untilFast > 0) {
    const steps = Math.ceil(untilFast / slowMs)
    return Math.max(untilFast / steps, fastMs)
  }
  const late = elapsedMs - typicalMs * lateFactor
  return late > 0
    ? Math.min(Math.max(late / 4, fastStep(typicalMs)), maxLateMs)
    : fastStep(typicalMs)
}

/** A short job is read when it should be done, a long one some time before: its end varies more. */
const fastFrom = (typicalMs: number) => Math.min(typicalMs, typicalMs * 0.8 + 600)

const fastStep = (typicalMs: number) => Math.min(Math.max(fastMs, typicalMs / 40), 1_500)

/**
 * How long to wait after the n-th failed read in a row (from 1): doubling, with jitter, and never
 * less than the server asks for.
 * @param random in [0, 1)
 */
export function retryDelay(attempt: number, random: number, retryAfterMs = 0): number {
  const longest = Math.min(1000 * 2 ** (attempt - 1), 30_000)
  return Math.round(Math.max(retryAfterMs, longest * (0.5 + random / 2)))
}
