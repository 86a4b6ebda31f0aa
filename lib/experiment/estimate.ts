import type { Model } from '../catalog/field'
import type { Cell } from './expand'

/** What an experiment will cost and take, before the click. */
export type Estimate = {
  /** Cells that will be sent: neither refused nor made already. */
  count: number
  dollars: { min: number; max: number }
  /** How many of them have no published price; each counts as `unknownDollars` in `max`. */
  unknownPrices: number
  /** `null` where no time is known for any of the models. */
  seconds: number | null
}

/** Seconds a job is expected to take where nobody knows. */
const assumedSeconds = 10

/**
 * Adds up the cells that are still to be made.
 * @param unknownDollars what the server reserves for a request without a published price
 * @param maxConcurrent how many jobs run at the same time
 */
export function estimate(
  cells: Cell[],
  models: Model[],
  unknownDollars: number,
  maxConcurrent: number,
): Estimate {
  const sent = cells.filter(({ issues }) => issues.length === 0)
  const times = new Map(models.map(({ id, typicalSeconds }) => [id, typicalSeconds]))
  const seconds = sent.map(({ model }) => times.get(model) ?? null)
  return {
    count: sent.length,
    dollars: {
      min: sum(sent.map(({ price }) => price?.amount ?? 0)),
      max: sum(sent.map(({ price }) => price?.amount ?? unknownDollars)),
    },
    unknownPrices: sent.filter(({ price }) => price === null).length,
    seconds: seconds.every((time) => time === null)
      ? null
      : sum(seconds.map((time) => time ?? assumedSeconds)) / Math.max(1, maxConcurrent),
  }
}

/** Exact to a millionth of a dollar, as the server's own sums are. */
const sum = (amounts: number[]) =>
  amounts.reduce((total, amount) => total + Math.round(amount * 1e6), 0) / 1e6
