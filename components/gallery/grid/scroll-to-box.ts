import type { TileBox } from './layout'

/** Px at the top under the header, the toolbar and a day's heading; at the bottom, a margin or a phone's composer bar. */
export const coveredTop = 136
const coveredBottom = 16
const coveredBottomNarrow = 96

/** Scrolls a tile into view, by as little as needed. */
export function scrollToBox(grid: HTMLElement, { y, height }: TileBox): void {
  const offset = grid.getBoundingClientRect().top + y
  const isNarrow = matchMedia('(width < 64rem)').matches
  const bottom = isNarrow ? coveredBottomNarrow : coveredBottom
  const topDistance = offset - coveredTop
  const hiddenBelow = offset + height + bottom - innerHeight
  if (topDistance < 0) scrollBy(0, topDistance)
  else if (hiddenBelow > 0) scrollBy(0, Math.min(hiddenBelow, topDistance))
}
