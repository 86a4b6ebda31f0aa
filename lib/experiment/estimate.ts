import type { Model } from '../catalog/field'
import { reservedAmount } from '../draft/price'
import type { Cell } from './expand'

/** What an experiment will cost and take, before the click. */
export type Estimate = {
  /** Cells that will be sent: the document refuses none of them. */
  count: number
  /** US dollars; a lower bound unless `isExact`. */
  dollars: number
  /** US dollars that a budget reserves for them; as `dollars` where all prices are known. */
  maxDollars: number
  /** False where a price is not published, or depends on something that the request does not tell. */
  isExact: boolean
  /** `null` where no time is known for any of the models. */
  seconds: number | null
}

/** Seconds a job is expected to take where nobody knows. */
const assumedSeconds = 10

/**
 * Adds up cells that are still to be made.
 * @param maxConcurrent how many jobs run at the same time
 * @param unknownPrice the host's setting, for models of which no price is published
 */
export function estimate(
  cells: Cell[],
  models: Model[],
  maxConcurrent: number,
  unknownPrice?: number,
): Estimate {
  const sent = cells.filter(({ issues }) => issues.length === 0)
  const times = new Map(models.map(({ id, typicalSeconds }) => [id, typicalSeconds]))
  const seconds = sent.map(({ model }) => times.get(model) ?? null)
  return {
    count: sent.length,
    dollars: sumOfDollars(sent.map(({ price }) => price?.amount ?? 0)),
    maxDollars: sumOfDollars(sent.map((cell) => reservedFor(cell, models, unknownPrice))),
    isExact: sent.every(({ price }) => price?.exact),
    seconds: seconds.every((time) => time === null)
      ? null
      : secondsInQueue(
          seconds.map((time) => time ?? assumedSeconds),
          maxConcurrent,
        ),
  }
}

/** When the last job ends, if each in its order starts as soon as one before it makes way. */
function secondsInQueue(jobs: number[], maxConcurrent: number): number {
  const ends = new Array<number>(Math.max(1, maxConcurrent)).fill(0)
  for (const seconds of jobs) {
    const next = ends.indexOf(Math.min(...ends))
    ends[next] = (ends[next] ?? 0) + seconds
  }
  return Math.max(...ends)
}

/** How many of the cells, in their order, a budget pays for. */
export function countAffordable(
  cells: Cell[],
  models: Model[],
  budget: number,
  unknownPrice?: number,
): number {
  let total = 0
  const beyond = cells.findIndex((cell) => {
    total = sumOfDollars([total, reservedFor(cell, models, unknownPrice)])
    return total > budget
  })
  return beyond < 0 ? cells.length : beyond
}

function reservedFor(cell: Cell, models: Model[], unknownPrice: number | undefined): number {
  const model = models.find(({ id }) => id === cell.model)
  if (!model || cell.issues.length > 0) return 0
  return Math.max(cell.price?.amount ?? 0, reservedAmount(model, cell.input, models, unknownPrice))
}

/** Exact to a millionth of a dollar, as the server's own sums are. */
const sumOfDollars = (amounts: number[]) =>
  amounts.reduce((total, amount) => total + Math.round(amount * 1e6), 0) / 1e6
