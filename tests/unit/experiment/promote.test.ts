import { expect, test } from '@playwright/test'
import type { Model } from '@/lib/catalog/field'
import { finalOf } from '@/lib/experiment/promote'
import { allModels } from './random-definition'

function model(id: string): Model {
  const found = allModels.find((one) => one.id === id)
  if (!found) throw new Error(`no model ${id}`)
  return found
}

const flux = model('image/bfl/flux-1-dev')
const large = model('image/krea/krea-2/large')
const keeper = { model: flux, input: { prompt: 'a bottle', steps: 20, seed: 7 } }
const picture = 'https://gen.krea.ai/kept.png'

test('a final on another model has the prompt and a price, and says what does not carry over', () => {
  const final = finalOf(keeper, large, {}, null)
  expect(final.input.prompt).toBe('a bottle')
  expect(final.issues).toEqual([])
  expect(final.price?.amount).toBeGreaterThan(0)
  expect(final.notCarried).toContain('Steps')
  expect(final.keepsSeed).toBe(false)
})

test('on the same model a final keeps its seed under other settings', () => {
  const final = finalOf(keeper, flux, { steps: 50 }, null)
  expect(final.input).toEqual({ prompt: 'a bottle', steps: 50, seed: 7 })
  expect(final).toMatchObject({ keepsSeed: true, notCarried: [], usesPicture: false })
})

test('the kept picture goes in as a reference, where the model takes one', () => {
  expect(JSON.stringify(finalOf(keeper, flux, {}, picture).input)).toContain(picture)
  expect(finalOf(keeper, flux, {}, picture).usesPicture).toBe(true)
  const textOnly = allModels.find(
    ({ fields, task }) => task !== 'enhance' && fields.every(({ kind }) => !/image/.test(kind)),
  )
  expect(textOnly && finalOf(keeper, textOnly, {}, picture).usesPicture).toBe(false)
})
