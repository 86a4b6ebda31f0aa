import * as z from 'zod/mini'
import type { PricePoint } from '../field'

/** More than any request costs: a number beyond it is a mistake in the document. */
const maxDollars = 1_000

const amountSchema = z.pipe(
  z.union([z.number(), z.string().check(z.regex(/^\s*\d+(?:\.\d+)?\s*$/))]),
  z.pipe(z.transform(Number), z.number().check(z.minimum(0), z.maximum(maxDollars))),
)

const pricingSchema = z.looseObject({
  type: z.literal('fixed'),
  currency: z.literal('USD'),
  unit: z.literal('request'),
  price_points: z.array(
    z.looseObject({
      amount: amountSchema,
      dimensions: z._default(
        z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
        {},
      ),
    }),
  ),
})

/**
 * Dollars a request. A price of another kind (a second, a pixel, another currency), or one out of all
 * sense, is no price: then none of the model's is known.
 */
export function readPrices(pricing: unknown): PricePoint[] {
  const parsed = pricingSchema.safeParse(pricing)
  if (!parsed.success) return []
  return parsed.data.price_points.map(({ amount, dimensions }) => ({ amount, dimensions }))
}
