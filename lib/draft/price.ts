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
