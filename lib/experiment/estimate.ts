import type { Model } from '../catalog/field'
import type { Cell } from './expand'

/** What an experiment will cost and take, before the click. */
export type Estimate = {
  /** Cells that will be sent: the document refuses none of them. */
  count: number
  /** US dollars; a lower bound unless `isExact`. */
  dollars: number
  /** False where a price is not published, or depends on something that the request does not tell. */
  isExact: boolean
  /** `null` where no time is known for any of the models. */
  seconds: number | null
}

/** Seconds a job is expected to take where nobody knows. */
const assumedSeconds = 10

/** Adds up cells that are still to be made. @param maxConcurrent how many jobs run at the same time */
export function estimate(cells: Cell[], models: Model[], maxConcurrent: number): Estimate {
  const sent = cells.filter(({ issues }) => issues.length === 0)
  const times = new Map(models.map(({ id, typicalSeconds }) => [id, typicalSeconds]))
  const seconds = sent.map(({ model }) => times.get(model) ?? null)
  return {
    count: sent.length,
    dollars: sumOfDollars(sent.map(({ price }) => price?.amount ?? 0)),
    isExact: sent.every(({ price }) => price?.exact),
    seconds: seconds.every((time) => time === null)
      ? null
      : seconds.reduce<number>((sum, time) => sum + (time ?? assumedSeconds), 0) /
        Math.max(1, maxConcurrent),
  }
}

/** Exact to a millionth of a dollar, as the server's own sums are. */
const sumOfDollars = (amounts: number[]) =>
  amounts.reduce((total, amount) => total + Math.round(amount * 1e6), 0) / 1e6
