import { grouped } from './grouped'

/** Sums are kept in micro-dollars, as whole numbers: $0.003 is 3000. */
export const toMicros = (dollars: number): number => Math.round(dollars * 1_000_000)

export const toDollars = (micros: number): number => micros / 1_000_000

/** `0.028` -> `$0.028`: two places at least, and as many as Krea publishes. */
export function dollars(amount: number): string {
  const [whole = '', places = ''] = Math.abs(amount).toFixed(4).split('.')
  return `${amount < 0 ? '-' : ''}$${grouped(whole)}.${places.replace(/0{1,2}$/, '')}`
}

/** `60000` -> `$0.06` */
export const formatMicros = (micros: number): string => dollars(toDollars(micros))
