import type { Input, Model } from '../catalog/field'
import { type Price, priceOf } from '../catalog/price'

export const noPrice = 'price not published'

/** `0.028` -> `$0.028`: two places at least, and as many as Krea publishes. */
export function dollars(amount: number): string {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 4,
  }).format(amount)
}

export const priceWords = (price: Price | null, count = 1) =>
  price ? `${price.exact ? '' : 'from '}${dollars(price.amount * count)}` : noPrice

/** What a click costs for all its pictures. */
export const clickPrice = (model: Model, input: Input, count: number) =>
  priceWords(priceOf(model, input), count)
