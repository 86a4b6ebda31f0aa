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

test('a body may have 200,000 characters and not one more, however short its texts are', () => {
  const inputOf = (length: number) => {
    const parts = Array.from({ length: 19 }, () => 'a'.repeat(10_000))
    const rest = length - JSON.stringify({ parts: [...parts, ''] }).length
    return { parts: [...parts, 'a'.repeat(rest)] }
  }
  expect(tooLong(inputOf(200_000))).toEqual([])
  expect(tooLong(inputOf(200_001))).toEqual([
    { path: '', message: 'All of this has 200,001 characters; 200,000 are the most.' },
  ])
})
