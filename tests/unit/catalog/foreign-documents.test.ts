import { expect, test } from '@playwright/test'
import type { Json } from '@/lib/catalog/field'
import { readCatalog } from '@/lib/catalog/read'

const withBody = (schema: Json, rest: { [key: string]: Json } = {}) => ({
  openapi: '3.1.0',
  paths: {
    '/generate/image/tomorrow/one': {
      post: {
        summary: 'One',
        requestBody: { content: { 'application/json': { schema } } },
        ...rest,
      },
    },
  },
})

const fieldsOf = (properties: Json) =>
  readCatalog(withBody({ type: 'object', properties }))[0]?.fields ?? []

test('a model that Krea adds tomorrow is read with no change here', () => {
  const [model] = readCatalog(withBody({ properties: { prompt: { type: 'string' } } }))
  expect(model).toMatchObject({ id: 'image/tomorrow/one', name: 'One', maker: 'Tomorrow' })
})

test('a shape never seen before becomes a JSON field, not silence', () => {
  const fields = fieldsOf({ camera: { type: 'object', properties: { lens: { type: 'string' } } } })
  expect(fields).toMatchObject([{ name: 'camera', kind: 'json' }])
})

test('references are followed, and one that turns in circles does not hang', () => {
  const document = {
    ...withBody({ $ref: '#/components/schemas/Body' }),
    components: {
      schemas: {
        Body: {
          properties: {
            prompt: { $ref: '#/components/schemas/Text' },
            loop: { $ref: '#/components/schemas/Loop' },
          },
        },
        Text: { type: 'string', minLength: 2 },
        Loop: { type: 'object', properties: { again: { $ref: '#/components/schemas/Loop' } } },
      },
    },
  }
  expect(readCatalog(document)[0]?.fields).toMatchObject([
    { kind: 'prompt', minLength: 2 },
    { kind: 'json', name: 'loop' },
  ])
})

test('the ways of saying "or null" are all read as the type they allow', () => {
  const fields = fieldsOf({
    a: { type: ['integer', 'null'], minimum: 1 },
    b: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }] },
    c: { oneOf: [{ type: 'null' }, { type: 'integer', minimum: 1 }] },
  })
  expect(fields.map(({ kind }) => kind)).toEqual(['number', 'number', 'number'])
  expect(fields).toMatchObject([{ min: 1 }, { min: 1 }, { min: 1 }])
})

test('malformed prices, times and aliases are left out and the model stays', () => {
  const [model] = readCatalog(
    withBody(
      { properties: {} },
      {
        'x-krea-pricing': 'free',
        description: 7,
        summary: 5,
        'x-krea-deprecated-field-aliases': 7,
      },
    ),
  )
  expect(model).toMatchObject({ name: 'One', prices: [], typicalSeconds: null, aliases: {} })
})

test('an announced sunset is reported with its replacement', () => {
  const [model] = readCatalog(
    withBody(
      { properties: {} },
      { deprecated: true, 'x-sunset': '2027-01-01', 'x-replacement': 'image/tomorrow/two' },
    ),
  )
  expect(model?.retirement).toEqual({ sunset: '2027-01-01', replacement: 'image/tomorrow/two' })
})

for (const [what, document] of Object.entries({
  'a list': [],
  'a page': '<!doctype html>',
  nothing: null,
  'an error body': { error: 'down' },
  'a document without models': { openapi: '3.1.0', paths: { '/jobs': {} } },
})) {
  test(`${what} is refused with a sentence`, () => {
    expect(() => readCatalog(document)).toThrow(/OpenAPI document/)
  })
}

test('a JSON field has the default of its schema', () => {
  const camera = {
    type: 'object',
    properties: { lens: { type: 'string' } },
    default: { lens: 'a' },
  }
  expect(fieldsOf({ camera })).toMatchObject([{ kind: 'json', default: { lens: 'a' } }])
})

test('an address named mask is a mask, others are pictures', () => {
  const address = { type: 'string', format: 'uri' }
  const fields = fieldsOf({ mask_url: address, image_url: address })
  expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
    ['image_url', 'image'],
    ['mask_url', 'mask'],
  ])
})
