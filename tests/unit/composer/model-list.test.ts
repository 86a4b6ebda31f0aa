import { expect, test } from '@playwright/test'
import {
  capabilitiesOf,
  findModels,
  groupModels,
} from '@/components/composer/model-picker/model-list'
import document from '@/lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '@/lib/catalog/read'

const models = readCatalog(document)

test('models are found by what they take, in the words that people use', () => {
  const found = findModels(models, 'image to image')
  expect(found.length).toBeGreaterThan(10)
  expect(found.every((model) => capabilitiesOf(model).has('image'))).toBe(true)
})

test('a filter leaves the models that take all that was ticked', () => {
  const found = findModels(models, '', ['image', 'steps', 'seed'])
  expect(found.length).toBeGreaterThan(0)
  expect(found.length).toBeLessThan(models.length)
  for (const model of found)
    expect([...capabilitiesOf(model)]).toEqual(expect.arrayContaining(['image', 'steps', 'seed']))
})

test('a model whose time is unknown is not the fastest', () => {
  const timed = models
    .slice(0, 3)
    .map((model, at) => ({ ...model, typicalSeconds: [null, 9, 2][at] ?? null }))
  const [group] = groupModels(timed, 'Fastest')
  expect(group?.models.map(({ typicalSeconds }) => typicalSeconds)).toEqual([2, 9, null])
})

test('what models call differently has one label, and no label is a raw word of the document', () => {
  const labels = new Set(models.flatMap(({ fields }) => fields.map(({ label }) => label)))
  expect(labels).toContain('Steps')
  for (const raw of [
    'Num inference steps',
    'CFG scale',
    'Guidance scale',
    'Image url',
    'Autoprompt',
  ])
    expect(labels).not.toContain(raw)
})
