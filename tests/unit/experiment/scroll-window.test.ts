import { expect, test } from '@playwright/test'
import { indicesWithin } from '@/components/experiments/pictures/use-scroll-window'

test('cells that are partly in view are drawn, those that begin where it ends are not', () => {
  expect(indicesWithin(0, 300, 100, 10)).toEqual([0, 1, 2])
  expect(indicesWithin(150, 301, 100, 10)).toEqual([1, 2, 3])
  expect(indicesWithin(-400, 150, 100, 10)).toEqual([0, 1])
  expect(indicesWithin(850, 1500, 100, 10)).toEqual([8, 9])
  expect(indicesWithin(0, 300, 100, 0)).toEqual([])
})
