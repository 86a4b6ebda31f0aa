import type { Day } from '@/lib/record/days'

type Shape = { id: string; aspect: number }

/** Where a tile lies, in px from the grid's top left corner. */
export type Box = { id: string; x: number; y: number; width: number; height: number }

export type Layout = { boxes: Box[]; height: number }

/** A day's stretch of the grid, its heading included. */
export type Section = { start: number; top: number; height: number }

export type DaysLayout = Layout & { sections: Section[] }

const gap = 8
export const headingHeight = 40

/** Stranger shapes are cut to these in the grid, so that a tile keeps room for words. */
const wide = { target: 300, narrowest: 0.62, widest: 3 }
const narrow = { target: 190, narrowest: 0.75, widest: 1.8 }

/**
 * Lays tiles out in rows that fill the width, each in its own shape. The last row is not stretched: it
 * is as high as the one above it.
 * @param top where the first row begins
 */
export function layOut(entries: Shape[], width: number, top = 0): Layout {
  const { target, narrowest, widest } = width < 560 ? narrow : wide
  const shapeOf = ({ aspect }: Shape) => Math.min(Math.max(aspect, narrowest), widest)
  const boxes: Box[] = []
  let row: Shape[] = []
  let sum = 0
  let y = top
  let usual = target

  const close = (full: boolean) => {
    const room = width - gap * (row.length - 1)
    const height = Math.floor(full ? room / sum : Math.min(usual, room / sum))
    usual = height
    let x = 0
    row.forEach((entry, index) => {
      const last = full && index === row.length - 1
      const tile = last ? width - x : Math.floor(shapeOf(entry) * height)
      boxes.push({ id: entry.id, x, y, width: tile, height })
      x += tile + gap
    })
    y += height + gap
    row = []
    sum = 0
  }

  for (const entry of entries) {
    row.push(entry)
    sum += shapeOf(entry)
    if (sum * target + gap * (row.length - 1) >= width) close(true)
  }
  if (row.length > 0) close(false)
  return { boxes, height: Math.max(0, y - gap - top) }
}

/** Lays days out one below the other, each under its heading. */
export function layOutDays(days: Day[], width: number): DaysLayout {
  const sections: Section[] = []
  const boxes: Box[] = []
  let top = 0
  for (const { start, entries } of days) {
    const day = layOut(entries, width, top + headingHeight)
    const height = headingHeight + day.height
    for (const box of day.boxes) boxes.push(box)
    sections.push({ start, top, height })
    top += height + gap
  }
  return { boxes, sections, height: Math.max(0, top - gap) }
}

/** The boxes that touch a stretch of the grid. Boxes come in rows, so they are sorted by `y`. */
export function boxesBetween(boxes: Box[], top: number, bottom: number): Box[] {
  const first = firstWhere(boxes, (box) => box.y + box.height >= top)
  const end = firstWhere(boxes, (box) => box.y > bottom)
  return boxes.slice(first, end)
}

/** Binary search: the index of the first box that `holds`, which then holds for all after it. */
function firstWhere(boxes: Box[], holds: (box: Box) => boolean): number {
  let low = 0
  let high = boxes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const box = boxes[middle]
    if (box && holds(box)) high = middle
    else low = middle + 1
  }
  return low
}
