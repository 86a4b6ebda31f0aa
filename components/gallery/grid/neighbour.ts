import type { TileBox } from './layout'

const directions: Record<string, 'before' | 'after' | 'above' | 'below' | 'first' | 'last'> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'above',
  ArrowDown: 'below',
  Home: 'first',
  End: 'last',
}

/** The tile that a key leads to: the one beside it, or the nearest in the next row. */
export function neighbour(boxes: TileBox[], id: string, key: string): TileBox | undefined {
  const index = boxes.findIndex((box) => box.id === id)
  const from = boxes[index]
  if (!from) return undefined
  switch (directions[key]) {
    case 'before':
      return boxes[index - 1]
    case 'after':
      return boxes[index + 1]
    case 'first':
      return boxes[0]
    case 'last':
      return boxes.at(-1)
    case 'above':
      return nearest(
        from,
        rowOf(
          boxes,
          boxes.findLast(({ y }, other) => other < index && y < from.y),
        ),
      )
    case 'below':
      return nearest(
        from,
        rowOf(
          boxes,
          boxes.find(({ y }, other) => other > index && y > from.y),
        ),
      )
    default:
      return undefined
  }
}

const rowOf = (boxes: TileBox[], one: TileBox | undefined): TileBox[] =>
  one ? boxes.filter(({ y }) => y === one.y) : []

function nearest(from: TileBox, row: TileBox[]): TileBox | undefined {
  const distance = ({ x, width }: TileBox) => Math.abs(x + width / 2 - from.x - from.width / 2)
  return row.toSorted((a, b) => distance(a) - distance(b))[0]
}
