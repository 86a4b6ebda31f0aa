import { expect, test } from '@playwright/test'
import { boxesBetween, layoutTiles } from '@/components/gallery/grid/layout'

const entries = (...aspects: number[]) =>
  aspects.map((aspect, index) => ({ id: `${index}`, aspect }))

test('full rows fill the width to the pixel, in order, without overlap', () => {
  const { boxes } = layoutTiles(entries(1, 1.5, 0.8, 1.78, 1, 0.67, 1, 1), 1000)
  const rows = [...new Set(boxes.map(({ y }) => y))].map((y) => boxes.filter((box) => box.y === y))
  expect(rows.length).toBeGreaterThan(1)
  for (const row of rows.slice(0, -1)) {
    const taken = row.reduce((sum, { width }) => sum + width, 8 * (row.length - 1))
    expect(taken).toBe(1000)
  }
  expect(boxes.map(({ id }) => Number(id))).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('a tile has the ratio of its picture', () => {
  const [box] = layoutTiles(entries(1.5), 1000).boxes
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1.5, 1)
})

test('a few pictures are not enlarged to fill a row', () => {
  expect(layoutTiles(entries(1), 1400).boxes[0]).toMatchObject({ width: 300, height: 300 })
})

test('a last row that is not full is as high as the one above it', () => {
  const { boxes } = layoutTiles(entries(1, 1, 1, 1, 1), 1000)
  expect(new Set(boxes.map(({ height }) => height)).size).toBe(1)
})

test('no tile is wider than a phone', () => {
  const { boxes } = layoutTiles(entries(3, 0.3, 1.78, 1, 2.35, 0.67), 328)
  for (const { x, width } of boxes) expect(x + width).toBeLessThanOrEqual(328)
})

test('an empty gallery has no height', () => {
  expect(layoutTiles([], 1000)).toEqual({ boxes: [], height: 0 })
})

test('only the boxes in the visible range are returned, of ten thousand', () => {
  const { boxes, height } = layoutTiles(entries(...Array<number>(10_000).fill(1)), 1000)
  // In the gap between two rows, and through the middle of a row.
  for (const top of [height / 2, height / 2 + 50]) {
    const seen = boxesBetween(boxes, top, top + 900)
    expect(seen.length).toBeLessThan(25)
    const expected = boxes.filter((box) => box.y + box.height >= top && box.y <= top + 900)
    expect(seen).toEqual(expected)
  }
})
