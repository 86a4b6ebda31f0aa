import { expect, test } from '@playwright/test'
import { defaultInput } from '@/lib/catalog/defaults'
import type { Input, Json, Model } from '@/lib/catalog/field'
import { readDocument } from '@/lib/catalog/read'
import { validateInput } from '@/lib/catalog/validate'
import { checkBody } from '@/lib/server/models/check-body'

const documentOf = (schema: Json, more: { [key: string]: Json } = {}) => ({
  openapi: '3.1.0',
  paths: {
    '/generate/image/test/one': {
      post: { summary: 'One', requestBody: { content: { 'application/json': { schema } } } },
    },
  },
  ...more,
})

const read = (properties: { [key: string]: Json }, more?: { [key: string]: Json }) =>
  readDocument(documentOf({ type: 'object', properties, required: Object.keys(properties) }, more))

function fieldsOf(properties: { [key: string]: Json }, more?: { [key: string]: Json }) {
  const [model] = read(properties, more).models
  return model?.fields ?? []
}

/** What is said of a body, by fields and by schema. */
function issuesOf(properties: { [key: string]: Json }, input: Input): string[] {
  const { models, schemas } = read(properties)
  return models
    .flatMap((model: Model) => [
      ...validateInput(model, input),
      ...checkBody(schemas.get(model.id) ?? {}, input),
    ])
    .map(({ path }) => path)
}

test('a constant is one choice, already made', () => {
  const [model] = read({ model: { type: 'string', const: 'Reimagine' } }).models
  expect(model?.fields).toMatchObject([{ kind: 'choice', options: ['Reimagine'] }])
  expect(model && defaultInput(model)).toEqual({ model: 'Reimagine' })
})

test('an answer that can only be one is already given, a yes or no too', () => {
  expect(fieldsOf({ agreed: { enum: [true] }, sharp: { enum: [true, false] } })).toMatchObject([
    { kind: 'toggle', default: true },
    { name: 'sharp' },
  ])
})

test('a few names beside a free text are a text, whether or not the names say their type', () => {
  const names = { enum: ['small', 'large'] }
  const free = { type: 'string', maxLength: 9 }
  for (const anyOf of [
    [names, free],
    [free, { ...names, type: 'string' }],
  ])
    expect(fieldsOf({ note: { anyOf } })).toMatchObject([{ kind: 'text', maxLength: 9 }])
})

test('pictures are known by their names where the document states no format', () => {
  expect(
    fieldsOf({
      image_urls: { type: 'array', items: { type: 'string' }, maxItems: 10 },
      imageUrl: { type: 'string' },
      mask_url: { type: 'string' },
    }),
  ).toMatchObject([{ kind: 'images', maxItems: 10 }, { kind: 'image' }, { kind: 'mask' }])
})

test('an address that is no picture’s is text', () => {
  expect(
    fieldsOf({
      webhook_url: { type: 'string', format: 'uri' },
      start_video: { type: 'string', format: 'uri' },
    }).map(({ kind }) => kind),
  ).toEqual(['text', 'text'])
})

test('a reference keeps what stands beside it', () => {
  const more = { components: { schemas: { Steps: { type: 'integer', minimum: 1, maximum: 40 } } } }
  expect(
    fieldsOf({ steps: { $ref: '#/components/schemas/Steps', maximum: 10, default: 4 } }, more),
  ).toMatchObject([{ kind: 'number', min: 1, max: 10, default: 4 }])
})

test('a body of several parts is one form, and a body of several kinds has the fields of all', () => {
  const parts: Json[] = [
    { properties: { prompt: { type: 'string' } }, required: ['prompt'] },
    { properties: { mask_url: { type: 'string', format: 'uri' } } },
  ]
  const kinds = (schema: Json) =>
    readDocument(documentOf(schema)).models[0]?.fields.map(({ kind }) => kind)
  expect(kinds({ allOf: parts })).toEqual(['prompt', 'mask'])
  expect(kinds({ oneOf: parts })).toEqual(['prompt', 'mask'])
  expect(kinds({ anyOf: parts })).toEqual(['prompt', 'mask'])
})

test('a default outside the range is no default', () => {
  expect(
    fieldsOf({ steps: { type: 'integer', minimum: 1, maximum: 4, default: 28 } }),
  ).toMatchObject([{ default: null }])
})

test('a fresh form holds numbers that the document takes', () => {
  const properties = {
    low: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
    side: { type: 'integer', minimum: 1, multipleOf: 64 },
    width: { type: 'integer', multipleOf: 100, maximum: 2000 },
    height: { type: 'integer', exclusiveMaximum: 800 },
  }
  const [model] = read(properties).models
  expect(model && defaultInput(model)).toEqual({ low: 0.01, side: 64, width: 1000, height: 799 })
  expect(issuesOf(properties, model ? defaultInput(model) : {})).toEqual([])
})

test('null is taken exactly where the schema takes it', () => {
  const nullable = { type: ['string', 'null'] }
  expect(issuesOf({ note: nullable }, { note: null })).toEqual([])
  expect(new Set(issuesOf({ note: { type: 'string' } }, { note: null }))).toEqual(new Set(['note']))
})

test('bounds of OpenAPI 3.0 and its nullable are read as those of today', () => {
  const low = { type: 'number', minimum: 0, exclusiveMinimum: true, nullable: true }
  expect(issuesOf({ low }, { low: 0.01 })).toEqual([])
  expect(issuesOf({ low }, { low: null })).toEqual([])
  expect(issuesOf({ low }, { low: 0 })).toContain('low')
})

test('a JSON field is checked by its schema, with the place of the fault', () => {
  const camera = { type: 'object', properties: { lens: { type: 'integer' } }, required: ['lens'] }
  expect(issuesOf({ camera }, { camera: { lens: 'wide' } })).toEqual(['camera.lens'])
  expect(issuesOf({ camera }, { camera: {} })).toEqual(['camera.lens'])
  expect(issuesOf({ camera }, { camera: { lens: 35 } })).toEqual([])
})

test('members of a list item that the document does not name are refused', () => {
  const item = {
    type: 'object',
    properties: { id: { type: 'string' }, strength: { type: 'number' } },
  }
  const styles = { type: 'array', items: item }
  expect(issuesOf({ styles }, { styles: [{ id: 'a', strength: 1, weight: 1 }] })).toEqual([
    'styles.0.weight',
  ])
  const open = { ...styles, items: { ...item, additionalProperties: true } }
  expect(issuesOf({ styles: open }, { styles: [{ id: 'a', weight: 1 }] })).toEqual([])
})

for (const pattern of [
  '^[\\w-.]+$',
  '^(?P<a>.+)$',
  '(',
  '(a+)+$',
  '^(a|a)*$',
  '(?=a)b',
  `${'a?'.repeat(30)}$`,
])
  test(`a pattern that cannot be used checks nothing: ${pattern}`, () => {
    const tag = { type: 'string', pattern }
    expect(issuesOf({ tag }, { tag: `${'a'.repeat(40)}!` })).toEqual([])
  })

for (const pattern of [
  '^[a-z][a-z0-9]*$',
  '^#?([a-f0-9]{6}|[a-f0-9]{3})$',
  '^\\d+x\\d+$',
  '^(?:[a-z0-9]{4})*(?:[a-z0-9]{2}==|[a-z0-9]{4})$',
])
  test(`a plain pattern is checked: ${pattern}`, () => {
    expect(issuesOf({ tag: { type: 'string', pattern } }, { tag: '?' })).toContain('tag')
  })

for (const pattern of ['a+$', '^a*a*$', '^x|a+$'])
  test(`a text of 900,000 letters does not wait for ${pattern}`, () => {
    const tag = { type: 'string', pattern }
    expect(issuesOf({ tag }, { tag: `${'a'.repeat(900_000)}!` })).toEqual([])
    expect(issuesOf({ tag }, { tag: `${'a'.repeat(900)}!` })).toContain('tag')
  })

test('a pattern whose time is in proportion to the text is held against any text', () => {
  const tag = { type: 'string', pattern: '^a+$' }
  expect(issuesOf({ tag }, { tag: `${'a'.repeat(900_000)}!` })).toEqual(['tag'])
  const key = { type: 'string', pattern: '^ssh-(rsa|dss) |^ecdsa-sha2 ' }
  expect(issuesOf({ key }, { key: 'x'.repeat(900_000) })).toEqual(['key'])
})

test('names of Object’s own members are no fields, and may be fields', () => {
  const prompt = { type: 'string' }
  expect(issuesOf({ prompt }, { prompt: 'a', constructor: 1, toString: 2 })).toEqual([
    'constructor',
    'toString',
  ])
  expect(issuesOf({ toString: prompt }, {})).toContain('toString')
})

test('lengths are counted in characters, as the document counts', () => {
  const prompt = { type: 'string', maxLength: 4 }
  expect(issuesOf({ prompt }, { prompt: '🦊🦊🦊🦊' })).toEqual([])
  expect(issuesOf({ prompt }, { prompt: '🦊🦊🦊🦊🦊' })).toContain('prompt')
})

test('a name that is half a letter is refused, and breaks nothing', () => {
  const camera = { type: 'object', additionalProperties: { type: 'number' } }
  expect(issuesOf({ camera }, { camera: { '\ud800': 1 } })).toEqual([''])
})

test('a fault that only the schema knows is said in words for people', () => {
  const { models, schemas } = read({ camera: { type: 'object' } })
  const schema = {
    properties: {
      lens: { type: ['integer', 'null'] },
      mode: { enum: ['wide', 'tele'] },
      page: { type: 'string', format: 'uri' },
    },
    required: ['body'],
    additionalProperties: false,
  }
  expect(checkBody(schemas.get(models[0]?.id ?? '') ?? {}, { camera: 5 })).toEqual([
    { path: 'camera', message: 'Give a value of this type: object.' },
  ])
  expect(
    checkBody(schema, { lens: 'x', mode: 'macro', page: 'none', more: 1 }).map(
      ({ path, message }) => `${path}: ${message}`,
    ),
  ).toEqual([
    'body: This is needed.',
    'lens: Give a value of this type: integer, null.',
    'mode: Give one of these: ["wide","tele"]',
    'page: This is not of the form “uri”.',
    'more: There is no such field.',
  ])
})
