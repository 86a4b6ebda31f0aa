import { expect, test } from '@playwright/test'
import document from '../../../lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '../../../lib/catalog/read'
import { reconcile } from '../../../lib/draft/reconcile'
import { freshState } from '../../../lib/draft/state'

const models = readCatalog(document)
const flux = 'image/bfl/flux-1-dev'
const random = () => 0.5

const stateOf = (input: Record<string, string | number>) => ({
  ...freshState(models[0]),
  draft: { model: flux, input },
})

test('a catalog that did not touch the model at hand leaves the draft as it is', () => {
  const state = stateOf({ prompt: 'fox', steps: 20 })
  const others = models.filter(({ id }) => id !== 'image/krea/krea-2/large')
  expect(reconcile(state, others, random)).toBe(state)
})

test('a field that is gone leaves the draft, and is reported', () => {
  const without = models.map((model) => ({
    ...model,
    fields: model.fields.filter(({ name }) => name !== 'steps'),
  }))
  const { draft, notes } = reconcile(
    stateOf({ prompt: 'fox', seed: 3, steps: 20 }),
    without,
    random,
  )
  expect(draft).toEqual({ model: flux, input: { prompt: 'fox', seed: 3 } })
  expect(notes).toEqual(['Flux.1 Dev no longer has steps.'])
})

test('a model that is gone gives way to the one a fresh form begins with, which keeps the prompt', () => {
  const others = models.filter(({ id }) => id !== flux)
  const { draft, notes } = reconcile(stateOf({ prompt: 'fox' }), others, random)
  expect(draft).toMatchObject({ model: 'image/bfl/flux-1-kontext-dev', input: { prompt: 'fox' } })
  expect(notes[0]).toContain(`“${flux}” is not offered any more`)
})
