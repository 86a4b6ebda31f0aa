import type { Day } from '@/lib/record/days'
import type { StateKind } from '@/lib/record/record-state'

type Tile = { id: string; aspect: number; kind?: StateKind }

/** A tile's position and size, in px from the grid's top left corner. */
export type TileBox = { id: string; x: number; y: number; width: number; height: number }

export type GridLayout = { boxes: TileBox[]; height: number }

/** The part of the grid that belongs to a day, with its heading. `start`: the day, in ms since 1970. */
export type DayBox = { start: number; top: number; height: number }

export type DaysLayout = GridLayout & { sections: DayBox[] }

const gap = 8
export const headingHeight = 40

/** The usual height of a row in px, and the limits of a tile's ratio: a thinner one has no space for text. */
const wide = { targetHeight: 300, minAspect: 0.62, maxAspect: 3 }
const narrow = { targetHeight: 190, minAspect: 0.75, maxAspect: 1.8 }

const compactHeight = 64
/** At least so wide, in px: the reason and two buttons. */
const compactMinWidth = 340

/** Without a picture and without hope of one: such tiles are low, and stand before the pictures of their day. */
export const isCompact = (kind: StateKind | undefined): boolean =>
  kind === 'failed' || kind === 'cancelled'

/** The order in which the grid shows the entries of a day. */
export const inTileOrder = <T extends { kind: StateKind }>(entries: T[]): T[] =>
  entries.some(({ kind }) => isCompact(kind))
    ? [
        ...entries.filter(({ kind }) => isCompact(kind)),
        ...entries.filter(({ kind }) => !isCompact(kind)),
      ]
    : entries

/** Low tiles, as many in a row as fit. */
function layoutCompact(entries: Tile[], width: number, top: number): GridLayout {
  const columns = Math.max(1, Math.floor((width + gap) / (compactMinWidth + gap)))
  const tileWidth = Math.floor((width - gap * (columns - 1)) / columns)
  const boxes = entries.map(({ id }, index) => ({
    id,
    x: (index % columns) * (tileWidth + gap),
    y: top + Math.floor(index / columns) * (compactHeight + gap),
    width: tileWidth,
    height: compactHeight,
  }))
  return { boxes, height: Math.ceil(entries.length / columns) * (compactHeight + gap) }
}

/** Px: the height of a row while there are no more than two pictures. */
const fewHeight = { wide: 520, narrow: 360 }
const few = 2

/**
 * Arranges tiles in rows that fill the width. The last row is not stretched: it has the height of the row
 * above it.
 * @param top the position of the first row, in px
 */
export function layoutTiles(
  entries: Tile[],
  width: number,
  top = 0,
  rowHeight?: number,
): GridLayout {
  const { minAspect, maxAspect, ...usual } = width < 560 ? narrow : wide
  const targetHeight = rowHeight ?? usual.targetHeight
  const clampAspect = ({ aspect }: Tile) => Math.min(Math.max(aspect, minAspect), maxAspect)
  const boxes: TileBox[] = []
  let row: Tile[] = []
  let aspectSum = 0
  let y = top
  let lastHeight = targetHeight

  const endRow = (isFull: boolean) => {
    const tilesWidth = width - gap * (row.length - 1)
    const fullHeight = tilesWidth / aspectSum
    const height = Math.floor(isFull ? fullHeight : Math.min(lastHeight, fullHeight))
    lastHeight = height
    let x = 0
    row.forEach((entry, index) => {
      const isLast = isFull && index === row.length - 1
      const tileWidth = isLast ? width - x : Math.floor(clampAspect(entry) * height)
      boxes.push({ id: entry.id, x, y, width: tileWidth, height })
      x += tileWidth + gap
    })
    y += height + gap
    row = []
    aspectSum = 0
  }

  for (const entry of entries) {
    row.push(entry)
    aspectSum += clampAspect(entry)
    if (aspectSum * targetHeight + gap * (row.length - 1) >= width) endRow(true)
  }
  if (row.length > 0) endRow(false)
  return { boxes, height: Math.max(0, y - gap - top) }
}

/** Arranges days one below the other, each under its heading. */
export function layoutDays(days: Day[], width: number): DaysLayout {
  const sections: DayBox[] = []
  const boxes: TileBox[] = []
  let top = 0
  const pictureCount = days.reduce(
    (sum, { entries }) => sum + entries.filter(({ kind }) => !isCompact(kind)).length,
    0,
  )
  const large = width < 560 ? fewHeight.narrow : fewHeight.wide
  const rowHeight = pictureCount <= few ? large : undefined
  for (const { start, entries } of days) {
    const compact = entries.filter(({ kind }) => isCompact(kind))
    const pictures = entries.filter(({ kind }) => !isCompact(kind))
    const low = layoutCompact(compact, width, top + headingHeight)
    const day = layoutTiles(pictures, width, top + headingHeight + low.height, rowHeight)
    const height = headingHeight + low.height + day.height
    for (const box of low.boxes) boxes.push(box)
    for (const box of day.boxes) boxes.push(box)
    sections.push({ start, top, height })
    top += height + gap
  }
  return { boxes, sections, height: Math.max(0, top - gap) }
}

/** The boxes that overlap a range of the grid. @param boxes sorted by `y` */
export function boxesBetween(boxes: TileBox[], top: number, bottom: number): TileBox[] {
  const first = firstWhere(boxes, (box) => box.y + box.height >= top)
  const end = firstWhere(boxes, (box) => box.y > bottom)
  return boxes.slice(first, end)
}

/** Binary search: the index of the first match. @param matches true for every box after the first match */
function firstWhere(boxes: TileBox[], matches: (box: TileBox) => boolean): number {
  let low = 0
  let high = boxes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const box = boxes[middle]
    if (box && matches(box)) high = middle
    else low = middle + 1
  }
  return low
}
