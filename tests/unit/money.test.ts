import { expect, test } from '@playwright/test'
import { dollars, formatMicros } from '../../lib/money'

const byIntl = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
})

test('dollars are written as the language’s own rules write them', () => {
  const micros = Array.from({ length: 20_000 }, (_, at) => at * 100)
  const large = [1_000, 12.5, 999.9999, 1_234_567.891, 20_000_000]
  const amounts = [...micros.map((each) => each / 1_000_000), ...large, -0.007, -1_234.5]
  expect(amounts.map(dollars)).toEqual(amounts.map((amount) => byIntl.format(amount)))
})

test('micro-dollars are told as dollars', () => {
  expect([60_000, 7_000, 12_000_000].map(formatMicros)).toEqual(['$0.06', '$0.007', '$12.00'])
})
