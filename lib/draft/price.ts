import type { Input, Model } from '../catalog/field'
import { type Price, priceOf } from '../catalog/price'
import { dollars } from '../money'

export const noPrice = 'price not published'

export const formatPrice = (price: Price | null, count = 1) =>
  price ? `${price.exact ? '' : 'from '}${dollars(price.amount * count)}` : noPrice

/** What a click costs for all its pictures. */
export const clickPrice = (model: Model, input: Input, count: number) =>
  formatPrice(priceOf(model, input), count)
