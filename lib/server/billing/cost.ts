import 'server-only'
import type { Input, Model } from '@/lib/catalog/field'
import { priceOf } from '@/lib/catalog/price'
import { toMicros } from '@/lib/money'

/** What a request may cost at most, in micro-dollars; `exact` when Krea publishes this very price. */
export type Cost = { micros: number; exact: boolean }

/**
 * Never less than Krea will ask: where the price hangs on what we do not know, the model's dearest;
 * where none is published, `unknownDollars`, or else the dearest of the whole catalog.
 */
export function costOf(
  model: Model,
  input: Input,
  models: Model[],
  unknownDollars: number | null,
): Cost {
  const price = priceOf(model, input)
  if (price?.exact) return { micros: toMicros(price.amount), exact: true }
  const highest =
    dearest(model.prices) ?? unknownDollars ?? dearest(models.flatMap((one) => one.prices))
  return { micros: toMicros(highest ?? 0), exact: false }
}

const dearest = (prices: Model['prices']): number | null =>
  prices.length === 0 ? null : Math.max(...prices.map(({ amount }) => amount))
