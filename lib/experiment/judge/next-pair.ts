import type { Ranking } from './ranking'
import type { PairVerdict } from './verdicts'

/** A picture that can be shown beside another one. */
export type Candidate = {
  key: string
  /** Pictures of one group (the same prompt and seed, say) are compared before others. */
  group: string
  /** The values it was made with: two pictures of the same values do not help to compare values. */
  values?: string
}

/** Of this many pictures, those compared least, every pair is weighed. */
const maxWeighed = 60

/**
 * The pair whose judgement says most, its sides by chance; `null` when there are fewer than two
 * pictures. No pair comes twice before all have been shown.
 */
export function nextPair(
  candidates: Candidate[],
  shown: Pick<PairVerdict, 'left' | 'right'>[],
  ranking: Ranking,
  random: () => number,
): { left: string; right: string } | null {
  const times = new Map<string, number>()
  for (const { left, right } of shown)
    times.set(idOf(left, right), (times.get(idOf(left, right)) ?? 0) + 1)
  const counts = new Map(ranking.items.map(({ id, count }) => [id, count]))
  const least = candidates
    .toSorted((a, b) => (counts.get(a.key) ?? 0) - (counts.get(b.key) ?? 0))
    .slice(0, maxWeighed)
  const best = bestPair(least, candidates, times, ranking)
  if (!best) return null
  const [left, right] = random() < 0.5 ? best : [best[1], best[0]]
  return { left: left.key, right: right.key }
}

function bestPair(
  some: Candidate[],
  all: Candidate[],
  times: Map<string, number>,
  ranking: Ranking,
): [Candidate, Candidate] | null {
  let best: { pair: [Candidate, Candidate]; rank: number[] } | null = null
  for (const a of some)
    for (const b of all) {
      if (a.key === b.key) continue
      // Unseen first, then alike in all but the question, then different values, then the one that says most.
      const rank = [
        -(times.get(idOf(a.key, b.key)) ?? 0),
        a.group === b.group ? 1 : 0,
        a.values === b.values ? 0 : 1,
        information(ranking, a.key, b.key),
      ]
      if (best === null || isHigher(rank, best.rank)) best = { pair: [a, b], rank }
    }
  return best?.pair ?? null
}

/** How much a judgement is expected to say: its own variance, by how little is known of the difference. */
function information({ difference }: Ranking, a: string, b: string): number {
  const { value, error } = difference(a, b)
  const chance = 1 / (1 + Math.exp(-value))
  return chance * (1 - chance) * error ** 2
}

function isHigher(a: number[], b: number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

const idOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
