import { expect, test } from '@playwright/test'
import document from '../../../lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '../../../lib/catalog/read'
import { formatPrice, formatTotalPrice, freshPrice, reservedAmount } from '../../../lib/draft/price'
import { freshState } from '../../../lib/draft/state'
import { costOf } from '../../../lib/server/billing/cost'

const models = readCatalog(document)

test('the picker and the button say the same price for a fresh form', () => {
  for (const model of models)
    expect(formatPrice(freshPrice(model))).toBe(
      formatTotalPrice(model, freshState(model).draft.input, 1),
    )
})

test('the page says of an unknown price what the server reserves for it', () => {
  for (const unknown of [null, 0.5])
    for (const model of models) {
      const { input } = freshState(model).draft
      const shown = reservedAmount(model, input, models, unknown ?? undefined)
      expect(Math.round(shown * 1e6)).toBe(costOf(model, input, models, unknown).micros)
    }
})
