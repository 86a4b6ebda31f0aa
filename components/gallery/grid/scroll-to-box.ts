import type { Box } from '@/components/gallery/grid/layout'

/** What covers the page: the header, the toolbar and a day's heading; and, on a phone, the composer's bar. */
const above = 136
const below = 16
const belowNarrow = 96

/** Brings a tile into view, if it is not, by as little as is needed. */
export function scrollToBox(grid: HTMLElement, { y, height }: Box): void {
  const offset = grid.getBoundingClientRect().top + y
  const foot = matchMedia('(width < 64rem)').matches ? belowNarrow : below
  const over = offset - above
  const under = offset + height + foot - innerHeight
  if (over < 0) scrollBy(0, over)
  else if (under > 0) scrollBy(0, Math.min(under, over))
}
