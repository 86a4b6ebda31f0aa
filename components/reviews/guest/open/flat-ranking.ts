import type { Ranking } from '@/lib/experiment/judge/ranking'

type Sides = { left: string; right: string }

/**
 * A ranking that says only how often each picture was judged: a phone has better to do than to invert matrices
 * of 300 pictures, and the server ranks what all guests said.
 */
export const flatRanking = (ids: string[], pairs: Sides[]): Ranking => ({
  items: ids.map((id) => ({
    id,
    strength: 0,
    low: 0,
    high: 0,
    count: pairs.filter(({ left, right }) => left === id || right === id).length,
  })),
  difference: () => ({ value: 0, error: 1 }),
})
