import type { Input } from '../catalog/field'

/** How long the last jobs of one model and size took here, in ms, the newest last. */
export type RunTimes = { key: string; model: string; size: string; times: number[] }

const mostKept = 40
/** From here on our own times say more than what Krea publishes. */
const enough = 3

/** What of a request makes a picture larger, and so slower. */
export function sizeOf({ width, height, resolution }: Input): string {
  if (typeof width === 'number' && typeof height === 'number')
    return `${((width * height) / 1e6).toFixed(1)} MP`
  return typeof resolution === 'string' || typeof resolution === 'number' ? `${resolution}` : ''
}

export const runTimesKey = (model: string, input: Input): string => `${model} ${sizeOf(input)}`

/** The times with one more. */
export function withRunTime(
  learnt: RunTimes | undefined,
  model: string,
  input: Input,
  ms: number,
): RunTimes {
  const times = [...(learnt?.times ?? []), Math.round(ms)].slice(-mostKept)
  return { key: runTimesKey(model, input), model, size: sizeOf(input), times }
}

/** Seconds such a job takes: our own median once there is one, else what is published. */
export function typicalSecondsOf(
  learnt: RunTimes | undefined,
  published: number | null,
): number | null {
  if (!learnt || learnt.times.length < (published === null ? 1 : enough)) return published
  return median(learnt.times) / 1000
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/**
 * How long a job took, in ms: by Krea's own clock, or by ours where Krea held it back meanwhile.
 * @param elapsedMs since it began to count
 */
export function runTimeOf(
  job: { createdAt: string; completedAt: string | null },
  elapsedMs: number,
): number {
  const byKrea = Date.parse(job.completedAt ?? '') - Date.parse(job.createdAt)
  return byKrea > 0 ? Math.min(byKrea, elapsedMs) : elapsedMs
}
