import { expect, test } from '@playwright/test'
import { pictureMetaSchema } from '@/lib/contract/reviews/picture'
import { pictureMeta } from '@/lib/transfer/publish/picture-meta'
import { submittingRecord } from '../../fixtures/record'

test('a shared picture says its prompt, model, price and settings, but no address of an input', () => {
  const record = {
    ...submittingRecord,
    prompt: 'a boat',
    modelName: 'Flux',
    price: { amount: 0.03, exact: true },
    input: {
      prompt: 'a boat',
      steps: 20,
      image_url: 'https://gen.krea.ai/private.png',
      mask: 'data:image/png;base64,AAAA',
      size: { width: 1024 },
    },
  }
  const meta = pictureMeta(record, 'steps 20')
  expect(pictureMetaSchema.parse(meta)).toEqual(meta)
  expect(meta).toMatchObject({ label: 'steps 20', prompt: 'a boat', model: 'Flux', price: 0.03 })
  expect(Object.values(meta.settings ?? {})).toEqual([20, 1024])
})

test('what is too long or too much for a review is left out or cut', () => {
  const input = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`field_${at}`, at]))
  const record = {
    ...submittingRecord,
    prompt: 'word '.repeat(4_000),
    input: { ...input, first: 'x'.repeat(5_000) },
  }
  const meta = pictureMeta(record, 'a label '.repeat(100))
  expect(pictureMetaSchema.safeParse(meta).success).toBe(true)
})
