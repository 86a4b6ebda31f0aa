import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { defaultInput } from '@/lib/catalog/defaults'
import { fieldOf, type Input, type Model, propertiesOf } from '@/lib/catalog/field'
import document from '@/lib/catalog/openapi.json'
import { bodySchemas, readCatalog } from '@/lib/catalog/read'
import { validateInput } from '@/lib/catalog/validate'

const models = readCatalog(document)
const schemas = bodySchemas(document)

/** The document's own word on a body, independent of our validator. */
const byDocument = (model: Model, input: Input) =>
  z.fromJSONSchema(schemas.get(model.id) ?? { not: {} }).safeParse(input).success

const picture = 'https://gen.krea.ai/images/one.png'

/** The least a person must give beyond the form's defaults. */
function filled(model: Model): Input {
  const input = defaultInput(model)
  for (const field of model.fields.filter(({ required }) => required)) {
    if (field.kind === 'prompt') input[field.name] = 'a lighthouse at dusk'
    if (field.kind === 'image') input[field.name] = picture
    if (field.kind === 'images') input[field.name] = [picture]
    if (field.kind === 'tagged-images') input[field.name] = [{ url: picture, tag: 'hero' }]
  }
  return input
}

test('the bundled document offers 35 image and 9 enhance models', () => {
  expect(models.filter(({ task }) => task === 'image')).toHaveLength(35)
  expect(models.filter(({ task }) => task === 'enhance')).toHaveLength(9)
})

test('no two models of a maker look alike in a list', () => {
  expect(new Set(models.map(({ maker, name }) => `${maker}: ${name}`)).size).toBe(models.length)
  const grok = models.filter(({ maker }) => maker === 'xAI').map(({ name }) => name)
  expect(grok).toEqual(expect.arrayContaining(['Grok Imagine 2.0', 'Grok Imagine 2.0 Edit']))
})

for (const model of models) {
  test(`every property of ${model.id} has a field with a control of its own`, () => {
    const schema = z.object({ properties: z.record(z.string(), z.unknown()) })
    const properties = Object.keys(schema.parse(schemas.get(model.id)).properties)
    expect(model.fields.flatMap(propertiesOf).sort()).toEqual(properties.sort())
    expect(model.fields.filter(({ kind }) => kind === 'json')).toEqual([])
  })

  test(`the least filled form of ${model.id} is valid by our validator and by the document`, () => {
    expect(validateInput(model, filled(model))).toEqual([])
    expect(byDocument(model, filled(model))).toBe(true)
  })
}

const byId = (id: string): Model => {
  const model = models.find((candidate) => candidate.id === id)
  if (!model) throw new Error(`no ${id} in the bundled document`)
  return model
}

const refused: [string, string, Input, string][] = [
  ['a missing prompt', 'image/bfl/flux-1-dev', {}, 'prompt'],
  ['a prompt that is too long', 'image/bfl/flux-1-dev', { prompt: 'x'.repeat(1801) }, 'prompt'],
  ['steps out of range', 'image/bfl/flux-1-dev', { prompt: 'a', steps: 101 }, 'steps'],
  ['steps that are not whole', 'image/bfl/flux-1-dev', { prompt: 'a', steps: 2.5 }, 'steps'],
  ['an unknown field', 'image/bfl/flux-1-dev', { prompt: 'a', batch: 4 }, 'batch'],
  ['a width too small', 'image/bfl/flux-1-dev', { prompt: 'a', width: 100 }, 'width'],
  [
    'a style picture without its strength',
    'image/bfl/flux-1-dev',
    { prompt: 'a', style_images: [{ url: picture }] },
    'style_images.0.strength',
  ],
  [
    'a style reference without its picture',
    'image/krea/krea-2/large',
    {
      prompt: 'a',
      aspect_ratio: '1:1',
      resolution: '1K',
      image_style_references: [{ strength: 0.5 }],
    },
    'image_style_references.0.url',
  ],
  [
    'more pictures than the model takes',
    'image/xai/grok-imagine-2-edit',
    { prompt: 'a', image_urls: [picture, picture, picture, picture] },
    'image_urls',
  ],
  [
    'a tag that breaks the pattern',
    'image/runway/gen-4-image',
    { prompt: 'a', reference_images: [{ url: picture, tag: 'No' }] },
    'reference_images.0.tag',
  ],
  ['a choice that is not offered', 'image/luma/uni-1', { prompt: 'a', mode: 'turbo' }, 'mode'],
]

for (const [what, id, input, path] of refused) {
  test(`${what} is refused at ${path}, as the document refuses it`, () => {
    expect(validateInput(byId(id), input).map((issue) => issue.path)).toEqual([path])
    expect(byDocument(byId(id), input)).toBe(false)
  })
}

test('a data URI is refused, which Krea would only refuse after it was sent', () => {
  const input = { prompt: 'a', image_url: 'data:image/png;base64,AA' }
  expect(validateInput(byId('image/bytedance/seededit'), input)).toMatchObject([
    { path: 'image_url' },
  ])
})

test('the five ways of sizing become one size field that offers what the model can do', () => {
  const partsOf = (id: string) => Object.keys(fieldOf(byId(id), 'size')?.parts ?? {}).sort()
  expect(partsOf('image/bfl/flux-1-dev')).toEqual(['height', 'width'])
  expect(partsOf('image/krea/krea-2/large')).toEqual(['aspect_ratio', 'resolution'])
  expect(partsOf('image/google/nano-banana-2')).toEqual([
    'aspect_ratio',
    'height',
    'resolution',
    'width',
  ])
  expect(partsOf('image/meta/muse-image')).toEqual(['aspect_ratio'])
  expect(fieldOf(byId('image/bytedance/seededit'), 'size')).toBeUndefined()
})
