import 'server-only'
import { Refusal } from './http/answer'

/** Runs so many works at once, in order. Beyond `maxWaiting` it refuses. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>

export function createQueue(limits: { concurrent: number; maxWaiting: number }): Queue {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= limits.concurrent) {
      if (waiting.length >= limits.maxWaiting) throw busy()
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

const busy = () =>
  new Refusal(503, { error: 'Too many pictures at once, try again' }, { 'retry-after': '2' })
