import 'server-only'
import { LRUCache } from 'lru-cache'
import type { PictureResult, Tally } from '@/lib/contract/reviews/results'
import type { Pair } from '@/lib/contract/reviews/verdicts'
import { rank } from '@/lib/experiment/judge/ranking'
import { comparisonsOf } from '@/lib/experiment/judge/verdicts'
import type { ReviewRow } from '../../db/review-tables'

/** Ranking takes time by the cube: of 300 pictures seconds, of these a tenth of one. */
const maxRanked = 120

const maxReviews = 100

type Strength = NonNullable<PictureResult['strength']>
type Strengths = Map<string, Strength>
type Revision = Pick<ReviewRow, 'id' | 'revision' | 'verdictRevision'>

/** Ranks once a revision, however often its owner asks. */
export function createStrengths() {
  const cache = new LRUCache<string, Strengths>({ max: maxReviews })
  return ({ id, revision, verdictRevision }: Revision, pairs: Pair[]): Strengths => {
    const key = `${id} ${revision} ${verdictRevision}`
    const strengths = cache.get(key) ?? strengthsOf(pairs)
    cache.set(key, strengths)
    return strengths
  }
}

/** By the experiments' own ranking, of the pictures that were compared most. */
function strengthsOf(pairs: Pair[]): Strengths {
  const comparisons = comparisonsOf(
    pairs.map((pair) => ({ ...pair, at: 0 })),
    (id) => id,
  )
  const counts = new Map<string, number>()
  for (const { left, right } of comparisons)
    for (const id of [left, right]) counts.set(id, (counts.get(id) ?? 0) + 1)
  const ids = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, maxRanked)
    .map(([id]) => id)
  const { items } = rank(ids, comparisons)
  return new Map(
    items.map(({ id, strength, low, high, count }) => [
      id,
      { value: strength, low, high, pairs: count },
    ]),
  )
}

/** One for each picture: strongest first, then picked most, then rated best. */
export function resultsOf(
  pictureIds: string[],
  tallies: Tally[],
  strengths: Strengths,
): PictureResult[] {
  const byPicture = new Map(tallies.map((tally) => [tally.pictureId, tally]))
  return pictureIds
    .map((pictureId) => ({
      ...(byPicture.get(pictureId) ?? { pictureId, picks: 0, ratings: 0, rating: null }),
      strength: strengths.get(pictureId) ?? null,
    }))
    .sort(
      (a, b) =>
        (b.strength?.value ?? 0) - (a.strength?.value ?? 0) ||
        b.picks - a.picks ||
        (b.rating ?? 0) - (a.rating ?? 0),
    )
}
