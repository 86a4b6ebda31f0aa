import { expect, test } from '@playwright/test'
import {
  boxesBetween,
  inTileOrder,
  layoutDays,
  layoutTiles,
} from '@/components/gallery/grid/layout'
import { foldQueue } from '@/components/gallery/toolbar/fold-queue'
import type { Day } from '@/lib/record/days'
import { entryOf } from '@/lib/record/entry'
import type { StateKind } from '@/lib/record/record-state'
import { submittingRecord } from '../../fixtures/record'

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

test('while there are one or two pictures they are large', () => {
  const dayOf = (count: number): Day[] => [
    {
      start: 0,
      entries: Array.from({ length: count }, (_, at) => ({
        ...entryOf(submittingRecord),
        id: `${at}`,
        kind: 'done' as const,
      })),
    },
  ]
  const heightOf = (count: number, width: number) =>
    layoutDays(dayOf(count), width).boxes[0]?.height
  expect(heightOf(1, 1400)).toBeGreaterThan(500)
  expect(heightOf(1, 344)).toBeGreaterThan(300)
  expect(heightOf(3, 1400)).toBeLessThan(400)
})

test('a last row that is not full is as high as the one above it', () => {
  const { boxes } = layoutTiles(entries(1, 1, 1, 1, 1), 1000)
  expect(new Set(boxes.map(({ height }) => height)).size).toBe(1)
})

test('no tile is wider than a phone', () => {
  const { boxes } = layoutTiles(entries(3, 0.3, 1.78, 1, 2.35, 0.67), 328)
  for (const { x, width } of boxes) expect(x + width).toBeLessThanOrEqual(328)
})

test('a panorama is shown three times as wide as high', () => {
  expect(layoutTiles(entries(9), 1000).boxes[0]).toMatchObject({ width: 900, height: 300 })
})

test('days stand one below the other, with the gap of tiles between them', () => {
  const entry = { ...entryOf(submittingRecord), kind: 'done' as const }
  const day = (start: number): Day => ({ start, entries: [{ ...entry, id: `${start}` }] })
  const [first, second] = layoutDays([day(1), day(0)], 1000).sections
  expect((second?.top ?? 0) - (first?.height ?? 0)).toBe(8)
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

const day = (...kinds: StateKind[]): Day => ({
  start: 0,
  entries: kinds.map((kind, index) => ({ ...entryOf(submittingRecord), id: `${index}`, kind })),
})

test('failed and cancelled tiles are low, and stand before the pictures of their day', () => {
  const { boxes } = layoutDays([day('done', 'failed', 'done', 'cancelled', 'done')], 1000)
  expect(boxes.map(({ id }) => id)).toEqual(['1', '3', '0', '2', '4'])
  expect(boxes.slice(0, 2).map(({ height }) => height)).toEqual([64, 64])
  expect(boxes[0]?.y).toBe(boxes[1]?.y)
  expect(inTileOrder(day('done', 'failed').entries).map(({ id }) => id)).toEqual(['1', '0'])
})

test('one or two pictures are large, and no wider than a phone', () => {
  expect(layoutDays([day('done')], 1400).boxes[0]?.height).toBe(520)
  expect(layoutDays([day('done', 'failed')], 1400).boxes[1]?.height).toBe(520)
  expect(layoutDays([day('done', 'done', 'done')], 1400).boxes[0]?.height).toBe(300)
  expect(layoutDays([day('done')], 336).boxes[0]?.width).toBeLessThanOrEqual(336)
})

test('waiting records are folded away, unless asked for or alone; then in the order of the queue', () => {
  const entries = day('waiting', 'waiting', 'running', 'done').entries
  const ids = (isShown: boolean) => foldQueue(entries, isShown, ['1', '0']).map(({ id }) => id)
  expect(ids(false)).toEqual(['2', '3'])
  expect(ids(true)).toEqual(['1', '0', '2', '3'])
  expect(foldQueue(day('waiting').entries, false, ['0'])).toHaveLength(1)
})
