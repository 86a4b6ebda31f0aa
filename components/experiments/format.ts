import type { Estimate } from '@/lib/experiment/estimate'
import { dollars } from '@/lib/money'

/** `1 picture`, `8 pictures`. */
export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`

/** `$0.21`, or `at least $0.21` where some prices are not known. */
export const formatEstimate = ({ dollars: amount, isExact }: Estimate): string =>
  `${isExact ? '' : 'at least '}${dollars(amount)}`

/** `about 40 s`, `about 12 min`. */
export const formatDuration = (seconds: number): string =>
  seconds < 90
    ? `about ${Math.max(1, Math.round(seconds))} s`
    : `about ${Math.round(seconds / 60)} min`
