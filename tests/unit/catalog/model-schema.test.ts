import { expect, test } from '@playwright/test'
import * as z from 'zod/mini'
import { digestOf, digestSchema } from '../../../lib/catalog/digest'
import { digestDrift } from '../../../lib/catalog/drift'
import { modelSchema } from '../../../lib/catalog/model-schema'
import document from '../../../lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '../../../lib/catalog/read'

const models = readCatalog(document)

test('every model of the document comes through its schema as it was', () => {
  expect(z.array(modelSchema).parse(JSON.parse(JSON.stringify(models)))).toEqual(models)
})

test('a digest survives storage, is small, and tells the same changes as the models', () => {
  const kept = JSON.stringify(digestOf(models))
  expect(kept.length).toBeLessThan(20_000)
  const before = digestSchema.parse(JSON.parse(kept))
  const [first, second, ...rest] = models
  if (!first || !second) throw new Error('the bundled document has no models')
  const after = [{ ...second, prices: [] }, ...rest]
  expect(digestDrift(before, digestOf(after)).map(({ kind, model }) => [kind, model])).toEqual([
    ['changed', second.id],
    ['removed', first.id],
  ])
})
