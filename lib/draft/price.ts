import { defaultInput } from '../catalog/defaults'
import type { Input, Model } from '../catalog/field'
import { type Price, priceOf } from '../catalog/price'
import { dollars } from '../money'

const unknownPrice = 'price unknown'

export const formatPrice = (price: Price | null, count = 1) =>
  price ? `${price.exact ? '' : 'from '}${dollars(price.amount * count)}` : unknownPrice

/** The price of a model's fresh form: the picker and the button then agree. */
export const freshPrice = (model: Model): Price | null => priceOf(model, defaultInput(model))

/** The price of one click for all its pictures. */
export const formatTotalPrice = (model: Model, input: Input, count: number) =>
  formatPrice(priceOf(model, input), count)

/**
 * Dollars that a budget reserves for one request, as the server reckons: where its price is not known, the
 * highest of the model, else what the host set, else the highest of all.
 */
export function reservedAmount(
  model: Model,
  input: Input,
  models: Model[],
  unknownPrice: number | undefined,
): number {
  const price = priceOf(model, input)
  if (price?.exact) return price.amount
  return (
    highest(model.prices) ?? unknownPrice ?? highest(models.flatMap(({ prices }) => prices)) ?? 0
  )
}

const highest = (prices: Model['prices']): number | undefined =>
  prices.length === 0 ? undefined : Math.max(...prices.map(({ amount }) => amount))
