import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { propertiesOf } from '../../../lib/catalog/field'
import document from '../../../lib/catalog/openapi.json' with { type: 'json' }
import { bodySchemas, readCatalog } from '../../../lib/catalog/read'
import { validateInput } from '../../../lib/catalog/validate'

const enumSchema = z.object({ enum: z.array(z.union([z.string(), z.number()])) })

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

test('every choice of every bundled model offers all that the document lists', () => {
  const models = readCatalog(document)
  let choices = 0
  for (const [id, schema] of bodySchemas(document)) {
    const properties = z.record(z.string(), z.unknown()).parse(schema.properties)
    for (const field of models.find((model) => model.id === id)?.fields ?? []) {
      const parts = field.kind === 'size' ? Object.entries(field.parts) : [[field.name, field]]
      for (const [name, part] of parts) {
        if (typeof name !== 'string' || typeof part !== 'object' || !('options' in part)) continue
        const { enum: listed } = enumSchema.parse(properties[name])
        expect(part.options, `${id} ${name}`).toEqual(listed)
        choices += 1
      }
    }
  }
  expect(choices).toBeGreaterThan(40)
})

test('a member that items of a list do not have is refused at its place', () => {
  const model = readCatalog(document).find(({ id }) => id === 'image/bfl/flux-1-dev')
  const input = { prompt: 'x', styles: [{ id: 'a-style', strength: 1, x: 1 }] }
  expect(model && validateInput(model, input)).toMatchObject([{ path: 'styles.0.x' }])
})
