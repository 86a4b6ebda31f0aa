import { expect, test } from '@playwright/test'
import document from '../../../lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '../../../lib/catalog/read'
import { cardOf } from '../../../lib/draft/link/link-card'

const models = readCatalog(document)

test('a link is called by its words and its model', () => {
  const { title } = cardOf({ model: 'image/bfl/flux-1-dev', prompt: ' a red\nfox ' }, models)
  expect(title).toBe('“a red fox” · Flux.1 Dev · Krea Playground')
})

test('an address without a link, or with nonsense in it, is called by the house', () => {
  expect(cardOf({}, models).title).toBe('Krea Playground')
  expect(cardOf({ model: ['a', 'b'], prompt: ['c'] }, models).title).toBe('Krea Playground')
})

test('long words are cut between what people call letters', () => {
  const { title } = cardOf({ prompt: '👩‍👩‍👧'.repeat(200) }, models)
  expect(title).toBe(`“${'👩‍👩‍👧'.repeat(89)}…” · Krea Playground`)
})
