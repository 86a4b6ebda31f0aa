import { isDifferent, type Ranking } from './ranking'

export type JudgedValue = {
  label: string
  dollarsPerPicture: number | null
  /** `null` where none was kept. */
  dollarsPerKept: number | null
}

/**
 * What the comparisons say of the strongest two values, and what the dearer of the two costs beside the other:
 * by kept picture where both have one.
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
  return (
    comparePrices('kept picture', [a, a.dollarsPerKept], [b, b.dollarsPerKept]) ??
    comparePrices('picture', [a, a.dollarsPerPicture], [b, b.dollarsPerPicture])
  )
}

type Priced = [value: JudgedValue, dollars: number | null]

function comparePrices(noun: string, one: Priced, other: Priced): string | null {
  const [dear, cheap] = (one[1] ?? 0) >= (other[1] ?? 0) ? [one, other] : [other, one]
  if (!dear[1] || !cheap[1]) return null
  const ratio = dear[1] / cheap[1]
  if (ratio < minRatio) return `a ${noun} costs the same for both.`
  const times = ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)
  return `a ${noun} of “${dear[0].label}” costs ${times} times one of “${cheap[0].label}”.`
}
