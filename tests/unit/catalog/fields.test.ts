import { expect, test } from '@playwright/test'
import { propertiesOf } from '../../../lib/catalog/field'
import document from '../../../lib/catalog/openapi.json' with { type: 'json' }
import { bodySchemas, readCatalog } from '../../../lib/catalog/read'

test('Every property of every bundled model has a control of its own, none of them a JSON box', () => {
  const models = readCatalog(document)
  expect(models).toHaveLength(44)
  for (const [id, schema] of bodySchemas(document)) {
    const fields = models.find((model) => model.id === id)?.fields ?? []
    expect(fields.flatMap(propertiesOf).toSorted(), id).toEqual(
      Object.keys(schema.properties ?? {}).toSorted(),
    )
    expect(
      fields.map(({ kind }) => kind),
      id,
    ).not.toContain('json')
  }
})
