import { expect, test } from '@playwright/test'
import { tooLong } from '@/lib/server/models/body-limits'

test('a text above the limit of any model is refused at its place', () => {
  const long = 'a'.repeat(20_001)
  const input = { prompt: long, image_style_references: [{ url: 'x' }, { url: long }] }
  expect(tooLong(input)).toEqual([
    { path: 'prompt', message: 'Shorten this to 20,000 characters; it has 20,001.' },
    {
      path: 'image_style_references.1.url',
      message: 'Shorten this to 20,000 characters; it has 20,001.',
    },
  ])
  expect(tooLong({ prompt: 'a'.repeat(20_000) })).toEqual([])
})

test('many texts that are short enough may still be too much', () => {
  const input = { parts: Array.from({ length: 20 }, () => 'a'.repeat(10_000)) }
  expect(tooLong(input)).toMatchObject([{ path: '' }])
})
