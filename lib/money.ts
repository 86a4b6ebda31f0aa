/** Sums are kept in micro-dollars, as whole numbers: $0.003 is 3000. */
export const toMicros = (dollars: number): number => Math.round(dollars * 1_000_000)

export const toDollars = (micros: number): number => micros / 1_000_000

const format = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
})

/** `$0.06`, `$0.007`, `$12.00` */
export const inDollars = (micros: number): string => format.format(toDollars(micros))
