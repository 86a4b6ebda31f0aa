import { expect, test } from '@playwright/test'
import document from '../../../lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '../../../lib/catalog/read'
import { hasIssues } from '../../../lib/draft/check'
import { isInvalid, issueFor } from '../../../lib/draft/issues'
import { type DraftState, freshState } from '../../../lib/draft/state'

const models = readCatalog(document)
const flux = models.find(({ id }) => id === 'image/bfl/flux-1-dev')
if (!flux) throw new Error('the bundled document lost flux-1-dev')
const field = (name: string) => {
  const found = flux.fields.find((one) => one.name === name)
  if (!found) throw new Error(`flux-1-dev lost ${name}`)
  return found
}
const state = (input: object, rest: Partial<DraftState> = {}): DraftState => ({
  ...freshState(flux),
  draft: { model: flux.id, input: { ...input } },
  ...rest,
})

test('a prompt of blanks is not sent', () => {
  for (const prompt of ['', '   ', '\n\t']) expect(hasIssues(flux, state({ prompt }))).toBe(true)
  const blank = state({ prompt: '  ' }, { checking: true })
  expect(issueFor(flux, field('prompt'), blank)).toBe('Enter a prompt.')
})

test('text in a control that is no value keeps the draft from being sent', () => {
  const typed = state({ prompt: 'fox' }, { inputErrors: { image_url: 'Not an address.' } })
  expect(hasIssues(flux, typed)).toBe(true)
  expect(issueFor(flux, field('image_url'), typed)).toBeNull()
  expect(issueFor(flux, field('image_url'), { ...typed, checking: true })).toBe('Not an address.')
})

test('a wrong value shows when its field is left; an empty one does not', () => {
  const wrong = state({ steps: 500 })
  expect(issueFor(flux, field('steps'), wrong)).toBeNull()
  const visited = { ...wrong, visited: ['steps', 'prompt'] }
  expect(issueFor(flux, field('steps'), visited)).not.toBeNull()
  expect(issueFor(flux, field('prompt'), visited)).toBeNull()
})

test('of a size, only the wrong side is marked', () => {
  const wide = state({ prompt: 'fox', width: 9999, height: 1024 }, { checking: true })
  expect(isInvalid(flux, field('size'), 'width', wide)).toBe(true)
  expect(isInvalid(flux, field('size'), 'height', wide)).toBe(false)
})
