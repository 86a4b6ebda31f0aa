import { expect, test } from '@playwright/test'
import { sheetParts, wrapText } from '@/lib/experiment/export/png-parts'

test('a sheet is cut into parts that hold every row and column once and stay below the largest side', () => {
  const cell = { width: 264, height: 264 }
  const parts = sheetParts(50, 20, cell, 3_800)
  const places = parts.flatMap(({ rows, columns }) =>
    rows.flatMap((row) => columns.map((column) => `${row} ${column}`)),
  )
  expect(new Set(places).size).toBe(1_000)
  expect(places).toHaveLength(1_000)
  expect(Math.max(...parts.map(({ rows }) => rows.length * cell.height))).toBeLessThanOrEqual(3_800)
  expect(Math.max(...parts.map(({ columns }) => columns.length * cell.width))).toBeLessThanOrEqual(
    3_800,
  )
})

test('a small sheet is one part, and a cell that is too wide a part of its own', () => {
  expect(sheetParts(1, 2, { width: 264, height: 264 }, 3_800)).toEqual([
    { rows: [0], columns: [0, 1] },
  ])
  expect(sheetParts(1, 2, { width: 9_000, height: 264 }, 3_800)).toHaveLength(2)
})

test('a label is wrapped, a long word broken, and not a letter of it lost', () => {
  const widthOf = (text: string) => [...text].length
  expect(wrapText('a lighthouse at dusk', 12, widthOf)).toEqual(['a lighthouse', 'at dusk'])
  expect(wrapText('北海道の灯台と夜の海', 4, widthOf)).toEqual(['北海道の', '灯台と夜', 'の海'])
  expect(wrapText('', 4, widthOf)).toEqual([])
})
