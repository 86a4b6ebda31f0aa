import { expect, test } from '@playwright/test'
import { comparableDigest, digestOf, digestVersion } from '@/lib/catalog/digest'
import { digestDrift, drift, formatChange } from '@/lib/catalog/drift'
import type { Model } from '@/lib/catalog/field'
import document from '@/lib/catalog/openapi.json'
import { readCatalog } from '@/lib/catalog/read'

const models = readCatalog(document)

const edit = (id: string, change: (model: Model) => Model) =>
  models.map((model) => (model.id === id ? change(model) : model))

test('a catalog has not drifted from itself', () => {
  expect(drift(models, readCatalog(document))).toEqual([])
})

test('models that came or went are reported', () => {
  const [first, ...rest] = models
  expect(drift(models, rest).map(formatChange)).toEqual([`${first?.name}: gone`])
  expect(drift(rest, models).map(formatChange)).toEqual([`${first?.name}: new`])
})

test('changed fields and prices are reported by name', () => {
  const after = edit('image/bfl/flux-1-dev', (model) => ({
    ...model,
    prices: [{ amount: 1, dimensions: {} }],
    fields: model.fields
      .filter(({ name }) => name !== 'strength')
      .map((field) => (field.name === 'steps' ? { ...field, required: true } : field)),
  }))
  expect(drift(models, after).map(formatChange)).toEqual([
    'Flux.1 Dev: steps changed, strength removed, price changed',
  ])
})

test('an announced retirement is reported with its day and its replacement', () => {
  const after = edit('image/bfl/flux-1-dev', (model) => ({
    ...model,
    retirement: { sunset: '2027-01-01', replacement: 'image/krea/krea-2/large' },
  }))
  expect(drift(models, after).map(formatChange)).toEqual([
    'Flux.1 Dev: retires on 2027-01-01, use image/krea/krea-2/large',
  ])
})

test('a digest of an older version tells which models came and went, and nothing of their fields', () => {
  const now = digestOf(models)
  const [[firstId = '', first] = [], ...rest] = Object.entries(now)
  const older = Object.fromEntries(
    rest.map(([id, model]) => [id, { ...model, fields: { prompt: 'another hash' } }]),
  )
  expect(digestDrift(comparableDigest(older, undefined, now), now)).toEqual([
    { model: firstId, name: first?.name, kind: 'added' },
  ])
  expect(digestDrift(comparableDigest(older, digestVersion, now), now).length).toBe(models.length)
})
