import { expect, test } from '@playwright/test'
import { fieldNamedIn } from '@/lib/krea/named-field'

const input = {
  prompt: 'ultra seed model of a cat',
  model: 'jam',
  resolution: '1k',
  thinking_mode: 'ultra',
  seed: 7,
  image_urls: [],
}

const sentences: [message: string, path: string | null][] = [
  ['thinking_mode ultra needs resolution 2k', 'thinking_mode'],
  ['Thinking mode ultra needs 2k.', 'thinking_mode'],
  ['ultra needs 2k', 'thinking_mode'],
  ['The resolution must be 2k for this.', 'resolution'],
  ['This model does not take the seed given.', 'seed'],
  ['`model` must be "berry"', 'model'],
  ["Invalid value at 'image_urls[0].url'", 'image_urls.0.url'],
  ['local_edit needs the berry model', 'local_edit'],
  ['Invalid asset URL', null],
  ['Something went wrong with a cat', null],
  ['constructor is not allowed', null],
]

for (const [message, path] of sentences)
  test(`“${message}” is about ${path ?? 'no field'}`, () => {
    expect(fieldNamedIn(message, input, ['local_edit'])).toBe(path)
  })
