import { expect, test } from '@playwright/test'
import { neighbourInColumn, picturesOf } from '@/components/viewer/picture-grid'

const grid = [
  ['a', 'b', 'c'],
  [null, 'd', null],
  ['e', null, 'f'],
]

test('arrows move along a column, past places without a picture, and stop at its end', () => {
  expect(neighbourInColumn(grid, 'b', 1)).toBe('d')
  expect(neighbourInColumn(grid, 'a', 1)).toBe('e')
  expect(neighbourInColumn(grid, 'f', -1)).toBe('c')
  expect(neighbourInColumn(grid, 'd', 1)).toBeUndefined()
  expect(neighbourInColumn(grid, 'a', -1)).toBeUndefined()
  expect(neighbourInColumn(grid, 'unknown', 1)).toBeUndefined()
})

test('one picture in two places is paged through once', () => {
  expect(
    picturesOf([
      ['a', 'b'],
      ['a', null],
    ]),
  ).toEqual(['a', 'b'])
  expect(neighbourInColumn([['a'], ['a'], ['b']], 'a', 1)).toBe('b')
})
