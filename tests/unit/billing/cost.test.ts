import { expect, test } from '@playwright/test'
import type { Model } from '@/lib/catalog/field'
import { costOf } from '@/lib/server/billing/cost'

const model = (prices: Model['prices']): Model => ({
  id: 'image/x/y',
  name: 'Y',
  maker: 'X',
  task: 'image',
  fields: [],
  prices,
  typicalSeconds: null,
  aliases: {},
  retirement: null,
})

const flat = model([{ amount: 0.007, dimensions: {} }])
const tiered = model([
  { amount: 0.15, dimensions: { resolution: '1K' } },
  { amount: 0.3, dimensions: { resolution: '4K' } },
])
const silent = model([])
const all = [flat, tiered, silent]

test('a published price is reserved to the micro-dollar', () => {
  expect(costOf(flat, {}, all, null)).toEqual({ micros: 7_000, exact: true })
  expect(costOf(tiered, { resolution: '1K' }, all, null)).toEqual({ micros: 150_000, exact: true })
})

test('where the price hangs on what is not known, the dearest is reserved', () => {
  expect(costOf(tiered, {}, all, null)).toEqual({ micros: 300_000, exact: false })
  const byPixels = { width: 4096, height: 4096, resolution: '1K' }
  expect(costOf(tiered, byPixels, all, null)).toEqual({ micros: 300_000, exact: false })
})

test('a model without a price counts as the dearest of the catalog, or as it is set', () => {
  expect(costOf(silent, {}, all, null)).toEqual({ micros: 300_000, exact: false })
  expect(costOf(silent, {}, all, 0.5)).toEqual({ micros: 500_000, exact: false })
  expect(costOf(silent, {}, [silent], null)).toEqual({ micros: 0, exact: false })
})
