import type { Input, Model } from '../catalog/field'
import { type Price, priceOf } from '../catalog/price'
import { dollars } from '../money'

export const noPrice = 'price not published'

export const formatPrice = (price: Price | null, count = 1) =>
  price ? `${price.exact ? '' : 'from '}${dollars(price.amount * count)}` : noPrice

/** The price of one click for all its pictures. */
export const formatTotalPrice = (model: Model, input: Input, count: number) =>
  formatPrice(priceOf(model, input), count)
