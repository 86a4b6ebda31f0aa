import { expect, test } from '@playwright/test'
import type { Json } from '@/lib/catalog/field'
import { formatSource } from '@/lib/catalog/format-source'
import { readDocument } from '@/lib/catalog/read'

const json = (schema: Json, type = 'application/json') => ({ content: { [type]: { schema } } })
const prompt = { type: 'object', properties: { prompt: { type: 'string' } } }
const good = { post: { summary: 'Good', requestBody: json(prompt) } }

const withPaths = (paths: { [path: string]: Json }) =>
  readDocument({ openapi: '3.1.0', paths: { '/generate/image/test/good': good, ...paths } })

const modelWith = (operation: { [key: string]: Json }) =>
  withPaths({ '/generate/image/test/good': { post: { ...good.post, ...operation } } }).models[0]

const unreadable: [string, Json, string][] = [
  ['image/test/null', null, 'its path is empty'],
  ['image/test/{id}', good, 'its path cannot be sent'],
  ['image/test/a%20b', good, 'its path cannot be sent'],
  ['image/tést/a', good, 'its path cannot be sent'],
  ['image/test/a/', good, 'its path cannot be sent'],
  [
    'image/test/form',
    { post: { requestBody: json(prompt, 'multipart/form-data') } },
    'its body is not JSON',
  ],
  ['image/test/text', { post: 'soon' }, 'its POST is malformed'],
  [
    'image/test/none',
    { post: { requestBody: { content: { 'application/json': {} } } } },
    'its body has no schema',
  ],
]

for (const [id, item, reason] of unreadable)
  test(`${id} is left out, because ${reason}, and the others stay`, () => {
    const { models, skipped } = withPaths({ [`/generate/${id}`]: item })
    expect(models.map((model) => model.id)).toEqual(['image/test/good'])
    expect(skipped).toEqual([{ id, reason }])
  })

test('models whose results are no pictures are not offered', () => {
  const { models, skipped } = withPaths({
    '/generate/video/kling/kling-2.5': good,
    '/generate/audio/test/song': good,
    '/generate/3d/test/cup': good,
  })
  expect(models).toHaveLength(1)
  expect(skipped).toEqual([])
})

for (const type of ['application/json; charset=utf-8', 'application/vnd.krea+json', '*/*'])
  test(`a body of type ${type} is read`, () => {
    const item = { post: { requestBody: json(prompt, type) } }
    expect(withPaths({ '/generate/image/test/other': item }).models).toHaveLength(2)
  })

test('a path may refer to another', () => {
  const { models } = withPaths({
    '/generate/image/test/same': { $ref: '#/paths/~1generate~1image~1test~1good' },
  })
  expect(models).toHaveLength(2)
})

test('a schema that refers to itself in ever more ways is left out, not waited for', () => {
  const { skipped } = readDocument({
    openapi: '3.1.0',
    paths: {
      '/generate/image/test/good': good,
      '/generate/image/test/bomb': {
        post: { requestBody: json({ $ref: '#/components/schemas/Bomb' }) },
      },
    },
    components: {
      schemas: {
        Bomb: {
          properties: Object.fromEntries(
            Array.from({ length: 60 }, (_, at) => [
              `p${at}`,
              { $ref: '#/components/schemas/Bomb' },
            ]),
          ),
        },
      },
    },
  })
  expect(skipped).toEqual([{ id: 'image/test/bomb', reason: 'its body is too large' }])
})

test('words and figures of a description are read apart', () => {
  const description =
    'Fast and **vivid**.\n\n| Compute Units | Average Completion Time |\n|---|---|\n| ~3 | ~7 seconds |\n\nGood with text.'
  expect(modelWith({ description })).toMatchObject({
    description: 'Fast and **vivid**.\n\nGood with text.',
    typicalSeconds: 7,
    computeUnits: [{ amount: 3, when: null }],
  })
})

test('a table by resolution gives a figure for each case', () => {
  const table =
    '| Resolution | Compute Units | Average Completion Time |\n|:--|--:|---|\n| 1K | 60.1 | ~1 min 30 s |\n| 4K | 1,120 | 2-4 minutes |'
  expect(modelWith({ 'x-mint': { content: table } })).toMatchObject({
    typicalSeconds: 90,
    computeUnits: [
      { amount: 60.1, when: 'Resolution 1K' },
      { amount: 1120, when: 'Resolution 4K' },
    ],
  })
})

test('a table that was rendered is read like a written one', () => {
  const table =
    '<table><thead><tr><th>Average Completion Time</th></tr></thead><tbody><tr><td>~55 seconds</td></tr></tbody></table>'
  expect(modelWith({ 'x-mint': table })?.typicalSeconds).toBe(55)
})

test('the day and the successor of a model that retires are read from the warning', () => {
  const description = '> Retires on 2027-01-31: use `/generate/image/krea/krea-3` instead.'
  expect(modelWith({ deprecated: true, description })?.retirement).toEqual({
    sunset: '2027-01-31',
    replacement: 'image/krea/krea-3',
  })
})

const fixed = { type: 'fixed', currency: 'USD', unit: 'request' }
const pricing = (amount: Json, more: { [key: string]: Json } = {}) => ({
  'x-krea-pricing': { ...fixed, price_points: [{ amount, dimensions: {} }], ...more },
})

test('a price is a number or a numeric string', () => {
  expect(modelWith(pricing(0.05))?.prices).toEqual([{ amount: 0.05, dimensions: {} }])
  expect(modelWith(pricing('0.05'))?.prices).toEqual([{ amount: 0.05, dimensions: {} }])
})

const noPrices: [string, { [key: string]: Json }][] = [
  ['below zero', pricing(-1)],
  ['beyond all sense', pricing(1e300)],
  ['no number', pricing('free')],
  ['a second', pricing(0.05, { unit: 'second', type: 'per_unit' })],
  ['in euros', pricing(0.05, { currency: 'EUR' })],
]

for (const [what, operation] of noPrices)
  test(`a price ${what} is an unknown price`, () => {
    expect(modelWith(operation)?.prices).toEqual([])
  })

test('people are told which models are left out, and why', () => {
  const { models, skipped } = withPaths({ '/generate/image/test/null': null })
  const catalog = {
    models,
    skipped,
    source: 'bundled',
    fetchedAt: null,
    problem: null,
    changes: [],
  }
  expect(formatSource({ ...catalog, source: 'bundled' })).toBe(
    '1 model (bundled list). Left out: image/test/null, since its path is empty.',
  )
})
