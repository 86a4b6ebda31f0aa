import { expect, test } from '@playwright/test'
import { idempotencyKey } from '@/lib/experiment/cell-key'
import {
  countProgress,
  maxAttempts,
  missingCells,
  progressOf,
  retriableCells,
} from '@/lib/experiment/progress'
import type { StateKind } from '@/lib/record/record-state'
import { cellOf } from './cells'

const id = '019ac8f0-1111-7000-8000-000000000001'

/** The states of each cell's attempts, the first first. */
function progressWith(states: Record<string, StateKind[]>, refused: string[] = []) {
  const cells = Object.keys(states).map((key) =>
    cellOf(key, { issues: refused.includes(key) ? [{ path: 'steps', message: 'Too many.' }] : [] }),
  )
  const entries = new Map(
    Object.entries(states).flatMap(([key, kinds]) =>
      kinds.map((kind, attempt) => [idempotencyKey(id, key, attempt), { kind }] as const),
    ),
  )
  return progressOf(id, cells, (recordId) => entries.get(recordId))
}

test('a cell stands where its newest attempt stands', () => {
  const progress = progressWith({ a: [], b: ['failed', 'running'], c: ['done'] })
  expect(progress.map(({ state, attempt }) => [state, attempt])).toEqual([
    [null, 0],
    ['running', 1],
    ['done', 0],
  ])
  expect(progress[1]?.recordId).toBe(idempotencyKey(id, 'b', 1))
})

test('nothing is looked for beyond an attempt with a picture', () => {
  const asked: string[] = []
  const [progress] = progressOf(id, [cellOf('a')], (recordId) => {
    asked.push(recordId)
    return { kind: asked.length === 1 ? 'failed' : 'done' }
  })
  expect(asked).toEqual([idempotencyKey(id, 'a', 0), idempotencyKey(id, 'a', 1)])
  expect(progress).toMatchObject({ recordId: asked[1], state: 'done', attempt: 1 })
})

test('a run makes the cells that have no record and that the document takes', () => {
  const progress = progressWith({ a: [], b: ['failed'], c: [], d: ['done'] }, ['c'])
  expect(missingCells(progress).map(({ cell, attempt }) => [cell.key, attempt])).toEqual([['a', 0]])
})

test('only cells that failed or were cancelled are made again, and not for ever', () => {
  const progress = progressWith({
    a: ['failed'],
    b: ['failed', 'cancelled'],
    c: ['running'],
    d: ['done'],
    e: [],
    f: Array<StateKind>(maxAttempts).fill('failed'),
  })
  const again = retriableCells(progress).map(({ cell, attempt }) => [cell.key, attempt])
  expect(again).toEqual([
    ['a', 1],
    ['b', 2],
  ])
})

test('done, open, failed and refused cells are counted apart', () => {
  const progress = progressWith(
    { a: ['done'], b: ['saving'], c: ['waiting'], d: ['failed'], e: [], f: [] },
    ['f'],
  )
  expect(countProgress(progress)).toEqual({ all: 6, done: 2, open: 1, failed: 1, refused: 1 })
})
