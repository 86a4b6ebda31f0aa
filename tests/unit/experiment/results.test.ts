import { expect, test } from '@playwright/test'
import { type CellOutcome, resultsByValue } from '@/lib/experiment/judge/results'
import {
  type CellVerdict,
  cellVerdictSchema,
  comparisonsOf,
  type PairVerdict,
} from '@/lib/experiment/judge/verdicts'
import { cellOf } from './cells'

const verdict = (kept: boolean | null, rating: number | null = null): CellVerdict => ({
  kept,
  rating,
})
const done = (dollars: number | null, seconds: number | null): CellOutcome => ({
  dollars,
  seconds,
  isDone: true,
})

const cells = [
  cellOf('a', { at: [0] }),
  cellOf('b', { at: [0] }),
  cellOf('c', { at: [1] }),
  cellOf('d', { at: [1] }),
]

test('each value of an axis has what it made, what was kept, and what a kept picture cost', () => {
  const outcomes = new Map([
    ['a', done(0.02, 6)],
    ['b', done(0.04, 8)],
    ['c', done(0.01, 3)],
    ['d', { dollars: 0, seconds: null, isDone: false }],
  ])
  const verdicts = new Map([
    ['a', verdict(true, 5)],
    ['b', verdict(false, 2)],
    ['c', verdict(null)],
  ])
  const results = resultsByValue(
    0,
    2,
    cells,
    (key) => outcomes.get(key),
    (key) => verdicts.get(key),
  )
  expect(results).toEqual([
    {
      value: 0,
      made: 2,
      kept: 1,
      rejected: 1,
      rating: 3.5,
      dollarsPerPicture: 0.03,
      dollarsPerKept: 0.06,
      secondsPerKept: 14,
    },
    {
      value: 1,
      made: 1,
      kept: 0,
      rejected: 0,
      rating: null,
      dollarsPerPicture: 0.01,
      dollarsPerKept: null,
      secondsPerKept: null,
    },
  ])
})

test('two kept pictures share the costs of all, and an unknown cost makes the share unknown', () => {
  const both = () => verdict(true)
  const [known] = resultsByValue(0, 1, cells, () => done(0.03, null), both)
  expect(known).toMatchObject({ made: 2, kept: 2, dollarsPerKept: 0.03, secondsPerKept: null })
})

test('a rating is a whole number from 1 to 5', () => {
  const isRating = (rating: unknown) => cellVerdictSchema.safeParse({ kept: null, rating }).success
  expect([0, 1, 2.5, 5, 6, null].map(isRating)).toEqual([false, true, false, true, false, true])
})

test('a choice is a win for one, “equal” half a win, and “neither” says nothing', () => {
  const pair = (choice: PairVerdict['choice']): PairVerdict => ({
    left: 'a',
    right: 'b',
    choice,
    at: 0,
  })
  const shareOf = (choice: PairVerdict['choice']) =>
    comparisonsOf([pair(choice)], (key) => key).map(({ share }) => share)
  expect(shareOf('left')).toEqual([1])
  expect(shareOf('right')).toEqual([0])
  expect(shareOf('equal')).toEqual([0.5])
  expect(shareOf('neither')).toEqual([])
})

test('a pair says nothing of a value that both share, or of a picture that stands for none', () => {
  const pair: PairVerdict = { left: 'a', right: 'b', choice: 'left', at: 0 }
  expect(comparisonsOf([pair], () => 'one value')).toEqual([])
  expect(comparisonsOf([pair], (key) => (key === 'a' ? key : undefined))).toEqual([])
  expect(comparisonsOf([pair], (key) => (key === 'b' ? key : undefined))).toEqual([])
})
