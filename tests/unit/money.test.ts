import { expect, test } from '@playwright/test'
import { dollars, formatMicros, toDollars, toMicros } from '../../lib/money'

/** From a cent up with two places, below it with as many as Krea publishes. */
const byIntl = (amount: number) =>
  new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: Math.abs(amount) < 0.01 ? 4 : 2,
  }).format(amount)

test('dollars are written as the language’s own rules write them', () => {
  const micros = Array.from({ length: 99 }, (_, at) => at * 100)
  const large = [1_000, 12.5, 999.9999, 2.9976, 0.0365, 1_234_567.891, 20_000_000]
  const amounts = [...micros.map((each) => each / 1_000_000), ...large, -0.007, -1_234.5]
  expect(amounts.map(dollars)).toEqual(amounts.map(byIntl))
})

test('micro-dollars are written as dollars', () => {
  expect([60_000, 7_000, 12_000_000].map(formatMicros)).toEqual(['$0.06', '$0.007', '$12.00'])
})

test('dollars become whole micro-dollars, rounded and never cut', () => {
  // 1.001 * 1e6 is 1000999.9999999999, and 0.0000007 is nearer to one micro-dollar than to none.
  expect([1.001, 0.28, 0.0000007, 0].map(toMicros)).toEqual([1_001_000, 280_000, 1, 0])
})

test('every price of four places is the same after it was micro-dollars', () => {
  const prices = Array.from({ length: 20_000 }, (_, at) => at / 10_000)
  expect(prices.map((price) => toDollars(toMicros(price)))).toEqual(prices)
})
