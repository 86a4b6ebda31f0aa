import type { Input, Json, Model } from './field'
import { derivedDimension, isSizeDimension } from './krea-quirks'

/** US dollars for one request; `exact: false` reads "from", since a dimension is not known. */
export type Price = { amount: number; exact: boolean }

type Dimension = string | number | boolean

/**
 * The published price of a request, or `null` where Krea publishes none for it; never a guess.
 * Source: the document's `x-krea-pricing`.
 */
export function priceOf(model: Model, input: Input): Price | null {
  let known = true
  const matching = model.prices.filter(({ dimensions }) =>
    Object.entries(dimensions).every(([name, value]) => {
      const actual = dimensionOf(model, input, name)
      known &&= actual !== undefined
      return actual === undefined || actual === value
    }),
  )
  const price = range(matching.map(({ amount }) => amount))
  return price && { ...price, exact: price.exact && known }
}

function range(amounts: number[]): Price | null {
  if (amounts.length === 0) return null
  const amount = Math.min(...amounts)
  return { amount, exact: amount === Math.max(...amounts) }
}

/** `undefined` when the form does not tell. */
function dimensionOf(model: Model, input: Input, name: string): Dimension | undefined {
  if (isSizeDimension(name) && (isGiven(input, 'width') || isGiven(input, 'height')))
    return undefined
  const own = Object.hasOwn(input, name) ? scalar(input[name]) : undefined
  return derivedDimension(name, input) ?? own ?? defaultFor(model, name)
}

function defaultFor(model: Model, name: string): Dimension | undefined {
  for (const field of model.fields) {
    const spec =
      field.kind === 'size' && (name === 'resolution' || name === 'aspect_ratio')
        ? field.parts[name]
        : field.name === name && 'default' in field
          ? field
          : undefined
    if (spec && 'default' in spec) return scalar(spec.default)
  }
  return undefined
}

const isGiven = (input: Input, name: string) =>
  Object.hasOwn(input, name) && input[name] !== null && input[name] !== undefined

const scalar = (value: Json | undefined): Dimension | undefined =>
  value === null || typeof value === 'object' ? undefined : value
