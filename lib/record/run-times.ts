import type { Input } from '../catalog/field'

/**
 * In ms, how long the last jobs of one model and size took in this browser; the newest last. `previews`: whether the last one
 * showed pictures on the way.
 */
export type RunTimes = {
  key: string
  model: string
  size: string
  times: number[]
  previews?: boolean
}

const maxTimes = 40
/** From so many on, our own times say more than the published one. */
const minOwnTimes = 3

/** The size that a request asks for: larger pictures take longer. */
export function sizeOf({ width, height, resolution }: Input): string {
  if (typeof width === 'number' && typeof height === 'number')
    return `${((width * height) / 1e6).toFixed(1)} MP`
  return typeof resolution === 'string' || typeof resolution === 'number' ? `${resolution}` : ''
}

export const runTimesKey = (model: string, input: Input): string => `${model} ${sizeOf(input)}`

/** The times with one more. */
export function withRunTime(
  runTimes: RunTimes | undefined,
  model: string,
  input: Input,
  ms: number,
  previews: boolean,
): RunTimes {
  const times = [...(runTimes?.times ?? []), Math.round(ms)].slice(-maxTimes)
  return { key: runTimesKey(model, input), model, size: sizeOf(input), times, previews }
}

/** Seconds such a job takes: our own median once there are enough times, else the published time. */
export function typicalSecondsOf(
  runTimes: RunTimes | undefined,
  published: number | null,
): number | null {
  if (!runTimes || runTimes.times.length < (published === null ? 1 : minOwnTimes)) return published
  return median(runTimes.times) / 1000
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/**
 * In ms, how long a job ran: by Krea's clock, or by ours where Krea had it in its backlog.
 * @param elapsedMs since the record's start
 */
export function runTimeOf(
  job: { createdAt: string; completedAt: string | null },
  elapsedMs: number,
): number {
  const byKrea = Date.parse(job.completedAt ?? '') - Date.parse(job.createdAt)
  return byKrea > 0 ? Math.min(byKrea, elapsedMs) : elapsedMs
}
