import type { Estimate } from '@/lib/experiment/estimate'
import { dollars } from '@/lib/money'

/** `1 picture`, `8 pictures`. */
export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`

/** `$0.21`; `$0.21 to $0.40` or `up to $0.40` where Krea does not publish all prices. */
export function formatEstimate({
  dollars: min,
  maxDollars: max,
  isExact,
}: Pick<Estimate, 'dollars' | 'maxDollars' | 'isExact'>): string {
  if (isExact || max <= min) return `${isExact ? '' : 'at least '}${dollars(min)}`
  return min === 0 ? `up to ${dollars(max)}` : `${dollars(min)} to ${dollars(max)}`
}

/** `about 40 s`, `about 12 min`. */
export const formatDuration = (seconds: number): string =>
  seconds < 90
    ? `about ${Math.max(1, Math.round(seconds))} s`
    : `about ${Math.round(seconds / 60)} min`
