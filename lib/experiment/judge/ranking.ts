import { invert, multiply } from './matrix'

/** One judgement of two items: `share` of the win that goes to `left` (1, 0.5 or 0). */
export type Comparison = { left: string; right: string; share: number }

/** `strength` in log odds above the average; the interval covers it in about 95 of 100 cases. */
export type Ranked = { id: string; strength: number; low: number; high: number; count: number }

export type Ranking = {
  /** Strongest first. */
  items: Ranked[]
  /** How much stronger `a` is than `b`, in log odds, and the standard error of that. */
  difference: (a: string, b: string) => { value: number; error: number }
}

/** The normal distribution's quantile for 95 %. */
const z = 1.959964
const maxRounds = 100

/**
 * Bradley-Terry strengths by Newton's method: item i beats j with probability 1 / (1 + e^(sj - si)).
 * Source: Bradley and Terry, Biometrika 39 (1952).
 * @param prior wins and losses that each item is given against an average one, so that an item that
 * never lost has a finite strength; 0 is the plain maximum likelihood
 */
export function rank(ids: string[], comparisons: Comparison[], prior = 0.5): Ranking {
  const index = new Map(ids.map((id, at) => [id, at]))
  const games = comparisons.flatMap(({ left, right, share }) => {
    const i = index.get(left)
    const j = index.get(right)
    return i === undefined || j === undefined || i === j ? [] : [{ i, j, share }]
  })
  let strengths = ids.map(() => 0)
  let covariance: number[][] = []
  for (let round = 0; round < maxRounds; round++) {
    const { gradient, information } = slope(strengths, games, prior)
    covariance = invert(information)
    const step = multiply(covariance, gradient)
    const scale = Math.min(1, 2 / Math.max(1e-9, ...step.map(Math.abs)))
    strengths = strengths.map((strength, at) => strength + scale * (step[at] ?? 0))
    if (step.every((change) => Math.abs(change) < 1e-9)) break
  }
  const mean = average(strengths)
  return toRanking(
    ids,
    strengths.map((strength) => strength - mean),
    covariance,
    games,
  )
}

type Game = { i: number; j: number; share: number }

/** The gradient of the log likelihood and its negative Hessian, with the prior and a zero mean. */
function slope(strengths: number[], games: Game[], prior: number) {
  const count = strengths.length
  const gradient = strengths.map((strength) => prior * (1 - 2 * logistic(strength)))
  const information = strengths.map((strength, i) =>
    strengths.map((_, j) => 1 / count + (i === j ? 2 * prior * variance(strength) : 0)),
  )
  for (const { i, j, share } of games) {
    const difference = (strengths[i] ?? 0) - (strengths[j] ?? 0)
    const surprise = share - logistic(difference)
    const weight = variance(difference)
    add(gradient, i, surprise)
    add(gradient, j, -surprise)
    add(information[i], i, weight)
    add(information[j], j, weight)
    add(information[i], j, -weight)
    add(information[j], i, -weight)
  }
  return { gradient, information }
}

function add(row: number[] | undefined, at: number, value: number): void {
  if (row) row[at] = (row[at] ?? 0) + value
}

const average = (row: number[]) =>
  row.reduce((sum, value) => sum + value, 0) / Math.max(1, row.length)

const logistic = (x: number) => 1 / (1 + Math.exp(-x))
const variance = (x: number) => logistic(x) * (1 - logistic(x))

function toRanking(
  ids: string[],
  strengths: number[],
  covariance: number[][],
  games: Game[],
): Ranking {
  const index = new Map(ids.map((id, i) => [id, i]))
  const at = (i: number, j: number) => covariance[i]?.[j] ?? 0
  const rowMeans = covariance.map((row) => average(row))
  /** The standard error of a strength above the average. */
  const error = (i: number) =>
    Math.sqrt(Math.max(0, at(i, i) - 2 * (rowMeans[i] ?? 0) + average(rowMeans)))
  const items = ids.map((id, i) => {
    const strength = strengths[i] ?? 0
    const count = games.filter((game) => game.i === i || game.j === i).length
    const spread = z * error(i)
    return { id, strength, low: strength - spread, high: strength + spread, count }
  })
  return {
    items: items.sort((a, b) => b.strength - a.strength),
    difference(a, b) {
      const i = index.get(a) ?? -1
      const j = index.get(b) ?? -1
      return {
        value: (strengths[i] ?? 0) - (strengths[j] ?? 0),
        error: Math.sqrt(Math.max(0, at(i, i) + at(j, j) - 2 * at(i, j))),
      }
    },
  }
}

/** Whether the judgements show that two items differ, rather than leave it open. */
export function isDifferent({ difference }: Ranking, a: string, b: string): boolean {
  const { value, error } = difference(a, b)
  return Math.abs(value) > z * error
}
