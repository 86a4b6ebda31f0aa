import { expect, test } from '@playwright/test'
import type { Model } from '@/lib/catalog/field'
import openapi from '@/lib/catalog/openapi.json'
import { readCatalog } from '@/lib/catalog/read'
import { validateInput } from '@/lib/catalog/validate'
import { type Entry, entryOf } from '@/lib/record/entry'
import { lineageOf, parentsIn } from '@/lib/record/lineage'
import { newRecord } from '@/lib/record/new-record'
import { upscaledSize, upscaleInput } from '@/lib/record/upscale'

const models = readCatalog(openapi)
const [model] = models
const entry = (id: string, ...parents: string[]): Entry =>
  entryOf(newRecord(first(), {}, id, 0, parents))

function first(): Model {
  if (!model) throw new Error('an empty catalog')
  return model
}

test('a picture has its parents and its children', () => {
  const entries = [entry('c', 'b'), entry('d', 'b', 'a'), entry('b', 'a'), entry('a')]
  expect(lineageOf('b', ['a'], entries)).toEqual({ madeFrom: ['a'], ledTo: ['c', 'd'] })
  expect(lineageOf('a', [], entries)).toEqual({ madeFrom: [], ledTo: ['d', 'b'] })
})

test('a parent that was deleted is not offered', () => {
  expect(lineageOf('b', ['a'], [entry('b', 'a')]).madeFrom).toEqual([])
})

test('parents are found by their pictures’ addresses, however deep these lie, each once', () => {
  const origins = new Map([
    ['https://krea.ai/1.png', 'one'],
    ['https://krea.ai/2.png', 'two'],
  ])
  const input = {
    prompt: 'https://krea.ai/3.png',
    image_url: 'https://krea.ai/1.png',
    style_images: [
      { url: 'https://krea.ai/2.png', strength: 0.5 },
      { url: 'https://krea.ai/1.png', strength: 1 },
    ],
  }
  expect(parentsIn(input, origins)).toEqual(['one', 'two'])
})

const enhancers = models.filter(({ task }) => task === 'enhance')

for (const enhancer of enhancers)
  test(`${enhancer.id} accepts the request that makes a picture larger`, () => {
    const input = upscaleInput(enhancer, 'https://krea.ai/1.png', { width: 1024, height: 768 }, 2)
    expect(validateInput(enhancer, input ?? {})).toEqual([])
    expect(Object.values(input ?? {})).toContain('https://krea.ai/1.png')
  })

test('larger is two or four times as large, within the model’s limits', () => {
  const bloom = enhancers.find(({ id }) => id === 'enhance/topaz/bloom-enhance') ?? first()
  expect(upscaledSize(bloom, { width: 1024, height: 768 }, 2)).toEqual({
    width: 2048,
    height: 1536,
  })
  expect(upscaledSize(bloom, { width: 1024, height: 768 }, 4)).toEqual({
    width: 4096,
    height: 3072,
  })
  expect(upscaledSize(bloom, { width: 8000, height: 4000 }, 2)).toEqual({
    width: 10000,
    height: 5000,
  })
})

test('a model without a picture field makes nothing larger', () => {
  const blind = { ...first(), fields: first().fields.filter(({ kind }) => kind !== 'image') }
  expect(upscaleInput(blind, 'https://krea.ai/1.png', { width: 1, height: 1 }, 2)).toBeNull()
})
