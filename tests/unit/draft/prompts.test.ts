import { expect, test } from '@playwright/test'
import document from '../../../lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '../../../lib/catalog/read'
import { examplesFor } from '../../../lib/draft/prompts/examples-for'
import { findPrompts, promptLines } from '../../../lib/draft/prompts/prompt-lines'

const models = readCatalog(document)

test('each line is a prompt, but for blank ones', () => {
  expect(promptLines(' a fox \r\n\n  \nan owl')).toEqual(['a fox', 'an owl'])
})

test('a search finds what holds every word, once, the newest first', () => {
  const past = ['A red Fox', 'an owl', 'fox, red', 'A red Fox']
  expect(findPrompts(past, 'fox RED')).toEqual(['A red Fox', 'fox, red'])
  expect(findPrompts(past, '')).toEqual(['A red Fox', 'an owl', 'fox, red'])
})

test('every model has examples, and what enlarges is not offered scenes', () => {
  expect(models.filter((model) => examplesFor(model).length < 2)).toEqual([])
  const larger = models.filter(({ task }) => task === 'enhance').flatMap(examplesFor)
  const scenes = models.filter(({ task }) => task !== 'enhance').flatMap(examplesFor)
  expect(larger.length).toBeGreaterThan(0)
  expect(scenes.filter((prompt) => larger.includes(prompt))).toEqual([])
})
