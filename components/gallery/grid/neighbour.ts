import type { Box } from './layout'

const steps: Record<string, 'before' | 'after' | 'above' | 'below' | 'first' | 'last'> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'above',
  ArrowDown: 'below',
  Home: 'first',
  End: 'last',
}

/** Where a key leads from a tile: the tile beside it, or the one nearest in the next row. */
export function neighbour(boxes: Box[], id: string, key: string): Box | undefined {
  const at = boxes.findIndex((box) => box.id === id)
  const from = boxes[at]
  if (!from) return undefined
  switch (steps[key]) {
    case 'before':
      return boxes[at - 1]
    case 'after':
      return boxes[at + 1]
    case 'first':
      return boxes[0]
    case 'last':
      return boxes.at(-1)
    case 'above':
      return nearest(
        from,
        rowOf(
          boxes,
          boxes.findLast(({ y }, index) => index < at && y < from.y),
        ),
      )
    case 'below':
      return nearest(
        from,
        rowOf(
          boxes,
          boxes.find(({ y }, index) => index > at && y > from.y),
        ),
      )
    default:
      return undefined
  }
}

const rowOf = (boxes: Box[], one: Box | undefined): Box[] =>
  one ? boxes.filter(({ y }) => y === one.y) : []

function nearest(from: Box, row: Box[]): Box | undefined {
  const distance = ({ x, width }: Box) => Math.abs(x + width / 2 - from.x - from.width / 2)
  return row.toSorted((a, b) => distance(a) - distance(b))[0]
}
