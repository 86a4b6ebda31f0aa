import { grouped } from './grouped'

/** Sums are kept in micro-dollars, as whole numbers: $0.003 is 3000. */
export const toMicros = (dollars: number): number => Math.round(dollars * 1_000_000)

export const toDollars = (micros: number): number => micros / 1_000_000

/** `2.9976` -> `$3.00`; below a cent as many places as Krea publishes: `0.0028` -> `$0.0028`. */
export function dollars(amount: number): string {
  const isSmall = Math.abs(amount) < 0.01
  const [whole = '', places = ''] = Math.abs(amount)
    .toFixed(isSmall ? 4 : 2)
    .split('.')
  return `${amount < 0 ? '-' : ''}$${grouped(whole)}.${isSmall ? places.replace(/0{1,2}$/, '') : places}`
}

/** `60000` -> `$0.06` */
export const formatMicros = (micros: number): string => dollars(toDollars(micros))
