import { pollInterval } from '@/lib/engine/poll'
import { median, typicalSecondsOf, withRunTime } from '@/lib/record/run-times'
import type { Row } from './table'

type Outcome = { requests: number; delayMs: number }
type Summary = { requests: number; medianDelayMs: number; worstDelayMs: number }
type Paces = { jobSeconds: number; ours: Summary; learnt: Summary; fixed: Summary }

const jobs = 2_000
const jobSeconds = [3, 10, 30, 60]
const fixedMs = 2_000
/** How far jobs stray from their typical time: the standard deviation of its logarithm. */
const spread = 0.15
/** How wrong what Krea publishes is, where our own times have to mend it. */
const published = 0.6

/**
 * Reads of jobs on a virtual clock, by our pace and by a fixed one of 2 s: how many requests each job
 * takes, and how long after its completion it is known. The same seeded durations for both.
 */
export function measurePolling(seed = 1): Paces[] {
  return jobSeconds.map((seconds) => {
    const random = mulberry(seed + seconds)
    const durations = Array.from({ length: jobs }, () => durationOf(seconds * 1000, random))
    const ours = (typicalMs: number) => (elapsedMs: number) =>
      pollInterval({ elapsedMs, typicalMs, hidden: false })
    return {
      jobSeconds: seconds,
      ours: summary(durations.map((ms) => poll(ms, ours(seconds * 1000)))),
      learnt: summary(learning(durations, seconds * published, ours)),
      fixed: summary(durations.map((ms) => poll(ms, () => fixedMs))),
    }
  })
}

/** The answer to the submission counts for neither: both begin with a wait. */
function poll(durationMs: number, interval: (elapsedMs: number) => number): Outcome {
  let elapsed = 0
  let requests = 0
  while (elapsed < durationMs) {
    elapsed += interval(elapsed)
    requests += 1
  }
  return { requests, delayMs: elapsed - durationMs }
}

type Pace = (typicalMs: number) => (elapsedMs: number) => number

/** Each job is paced by those before it. */
function learning(durations: number[], publishedSeconds: number, pace: Pace): Outcome[] {
  let learnt: ReturnType<typeof withRunTime> | undefined
  return durations.map((ms) => {
    const typical = typicalSecondsOf(learnt, publishedSeconds) ?? publishedSeconds
    learnt = withRunTime(learnt, 'any', {}, ms)
    return poll(ms, pace(typical * 1000))
  })
}

function summary(outcomes: Outcome[]): Summary {
  const delays = outcomes.map(({ delayMs }) => delayMs)
  const sum = outcomes.reduce((total, { requests }) => total + requests, 0)
  return {
    requests: sum / outcomes.length,
    medianDelayMs: Math.round(median(delays)),
    worstDelayMs: Math.round(Math.max(...delays)),
  }
}

/** Log-normal around the typical time, by Box and Muller. */
function durationOf(typicalMs: number, random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return typicalMs * Math.exp(spread * normal)
}

/** A small seeded generator: the same durations each time. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What the table tells of it. */
export function pollingRows(): Row[] {
  return measurePolling().flatMap(({ jobSeconds, ours, learnt, fixed }) => {
    const row = (what: string, unit: string, of: (summary: Summary) => number) => ({
      what: `a job of ${jobSeconds} s: ${what}`,
      value: of(ours),
      unit,
      beside: [
        { name: 'fixed 2 s', value: of(fixed) },
        { name: 'ours, learning from a wrong start', value: of(learnt) },
      ],
    })
    const requests = row('requests', '', (summary) => summary.requests)
    const delay = row('median delay', 'ms', (summary) => summary.medianDelayMs)
    return [
      { ...requests, limit: fixed.requests },
      { ...delay, limit: fixed.medianDelayMs },
      row('worst delay', 'ms', ({ worstDelayMs }) => worstDelayMs),
    ]
  })
}
