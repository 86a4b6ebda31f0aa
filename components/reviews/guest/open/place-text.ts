import type { Pin } from '@/lib/contract/reviews/verdicts'

/** Where a pin points, for whoever does not see it. */
export function placeText({ x, y }: Pin): string {
  const row = y < 1 / 3 ? 'top' : y > 2 / 3 ? 'bottom' : 'middle'
  const column = x < 1 / 3 ? 'left' : x > 2 / 3 ? 'right' : 'centre'
  return row === 'middle' && column === 'centre' ? 'in the middle' : `${row} ${column}`
}
