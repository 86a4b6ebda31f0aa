import { isDifferent, type Ranking } from './ranking'

export type JudgedValue = { label: string; dollarsPerPicture: number | null }

/**
 * What the comparisons say of the strongest two values, and what the dearer of the two costs beside the other.
 * @param values by the ids of the ranking, `0`, `1`, …
 * @returns null before anything was compared
 */
export function conclusion(ranking: Ranking, values: JudgedValue[]): string | null {
  const [best, second] = ranking.items
  if (!best || !second || best.count + second.count === 0) return null
  const [a, b] = [values[Number(best.id)], values[Number(second.id)]]
  if (!a || !b) return null
  const difference = isDifferent(ranking, best.id, second.id)
    ? `“${a.label}” is the strongest so far`
    : `No difference shown yet between “${a.label}” and “${b.label}”`
  const price = priceSentence(a, b)
  return price ? `${difference}; ${price}` : `${difference}.`
}

/** Cheaper by less than this is the same price. */
const minRatio = 1.05

function priceSentence(a: JudgedValue, b: JudgedValue): string | null {
  const [dear, cheap] = (a.dollarsPerPicture ?? 0) >= (b.dollarsPerPicture ?? 0) ? [a, b] : [b, a]
  if (!dear.dollarsPerPicture || !cheap.dollarsPerPicture) return null
  const ratio = dear.dollarsPerPicture / cheap.dollarsPerPicture
  if (ratio < minRatio) return 'both cost the same.'
  const times = ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)
  return `a picture of “${dear.label}” costs ${times} times one of “${cheap.label}”.`
}
