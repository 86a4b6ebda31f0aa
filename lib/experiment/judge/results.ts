import type { Cell } from '../expand'
import type { CellVerdict } from './verdicts'

/** What a cell's job cost and took; `null` where it has not ended well, or nobody knows. */
export type CellOutcome = { dollars: number | null; seconds: number | null; isDone: boolean }

/** What one value of an axis brought. Dollars and seconds count every picture made, kept or not. */
export type ValueResult = {
  value: number
  made: number
  kept: number
  rejected: number
  /** The mean of its ratings; `null` without any. */
  rating: number | null
  /** The mean of all pictures made; `null` where one is unknown, or none was made. */
  dollarsPerPicture: number | null
  dollarsPerKept: number | null
  secondsPerKept: number | null
}

/** The results of each value of an axis, in the axis' own order. */
export function resultsByValue(
  axis: number,
  valueCount: number,
  cells: Cell[],
  outcomeOf: (key: string) => CellOutcome | undefined,
  verdictOf: (key: string) => CellVerdict | undefined,
): ValueResult[] {
  return Array.from({ length: valueCount }, (_, value) => {
    const own = cells.filter(({ at }) => at[axis] === value)
    const outcomes = own.flatMap(({ key }) => outcomeOf(key) ?? []).filter(({ isDone }) => isDone)
    const verdicts = own.flatMap(({ key }) => verdictOf(key) ?? [])
    const kept = verdicts.filter((verdict) => verdict.kept === true).length
    const ratings = verdicts.flatMap(({ rating }) => rating ?? [])
    return {
      value,
      made: outcomes.length,
      kept,
      rejected: verdicts.filter((verdict) => verdict.kept === false).length,
      rating: ratings.length > 0 ? sum(ratings) / ratings.length : null,
      dollarsPerPicture: perKept(
        outcomes.map(({ dollars }) => dollars),
        outcomes.length,
      ),
      dollarsPerKept: perKept(
        outcomes.map(({ dollars }) => dollars),
        kept,
      ),
      secondsPerKept: perKept(
        outcomes.map(({ seconds }) => seconds),
        kept,
      ),
    }
  })
}

/** Unknown where one of the amounts is, and where nothing was kept. */
const perKept = (amounts: (number | null)[], kept: number): number | null =>
  kept === 0 || amounts.some((amount) => amount === null)
    ? null
    : sum(amounts.flatMap((amount) => amount ?? [])) / kept

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
