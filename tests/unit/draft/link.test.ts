import { expect, test } from '@playwright/test'
import document from '../../../lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '../../../lib/catalog/read'
import { translateRetired } from '../../../lib/catalog/retired'
import { validateInput } from '../../../lib/catalog/validate'
import { bodiesOf } from '../../../lib/draft/bodies'
import { fromLink, linkTo, toLink } from '../../../lib/draft/link/link'
import { normalizeDraft, withSeed } from '../../../lib/draft/state'
import { documentOf } from '../../fixtures/krea/krea-document'
import { pseudorandom, randomInput } from './random-links'

const models = readCatalog(document)
const flux = 'image/bfl/flux-1-dev'

test('A thousand random settings over every model survive the way through a link', () => {
  const random = pseudorandom(7)
  const drafts = Array.from({ length: 1000 }, (_, at) => {
    const model = models[at % models.length] ?? models[0]
    if (!model) throw new Error('the bundled document has no models')
    const input = randomInput(model, random)
    return { draft: { model: model.id, input }, faults: validateInput(model, input) }
  })
  expect(drafts.flatMap(({ faults }) => faults)).toEqual([])
  // One `expect` for all: Playwright notes each as a step, which costs more than the comparison.
  expect(drafts.map(({ draft }) => fromLink(`?${toLink(draft)}`, models))).toEqual(
    drafts.map(({ draft }) => ({ draft, problems: [] })),
  )
})

test('A thousand random settings are, as a body, what they were in the form', () => {
  const random = pseudorandom(11)
  const drafts = Array.from({ length: 1000 }, (_, at) => {
    const model = models[at % models.length] ?? models[0]
    if (!model) throw new Error('the bundled document has no models')
    return { model, input: withSeed(model, randomInput(model, random), random) }
  })
  const sent = drafts.map(({ model, input }) => {
    const [body = {}] = bodiesOf(model, input, 1, random)
    const own = translateRetired(model, JSON.parse(JSON.stringify(body)))
    const read = normalizeDraft(model, { model: model.id, input: own }, random).input
    return { faults: validateInput(model, own), read }
  })
  expect(sent).toEqual(drafts.map(({ input }) => ({ faults: [], read: input })))
})

test('A link is short and readable', () => {
  const input = { prompt: 'a red fox, at dusk', width: 1216, height: 832, seed: 7 }
  expect(toLink({ model: flux, input })).toBe(
    'model=image/bfl/flux-1-dev&prompt=a+red+fox,+at+dusk&width=1216&height=832&seed=7',
  )
})

test('A field that is called model is not mistaken for the model', () => {
  const id = 'enhance/topaz/standard-enhance'
  const link = `?model=${id}&_model=CGI`
  expect(fromLink(link, models)?.draft).toMatchObject({ model: id, input: { model: 'CGI' } })
})

test('An old link restores what it can and says what it could not', () => {
  const found = fromLink(
    `?model=${flux}&prompt=fox&steps=900&mood=calm&imageUrl=https://x.io/a.png`,
    models,
  )
  expect(found?.draft.input).toEqual({ prompt: 'fox', image_url: 'https://x.io/a.png' })
  expect(found?.problems).toEqual([
    'Flux.1 Dev has no field “mood”.',
    'Steps of the link is left out: Choose 1 to 100.',
  ])
})

test('A link to a model that is gone keeps the prompt and names both models', () => {
  const found = fromLink('?model=image/krea/krea-1&prompt=fox&width=1536&height=1024', models)
  expect(found?.draft).toMatchObject({
    model: flux,
    input: { prompt: 'fox', width: 1536, height: 1024 },
  })
  expect(found?.problems[0]).toContain('“image/krea/krea-1” is not offered any more')
})

test('A prompt that is too long is kept, for only its author can shorten it', () => {
  const prompt = 'fox '.repeat(600)
  const found = fromLink(`?${toLink({ model: flux, input: { prompt } })}`, models)
  expect(found).toEqual({ draft: { model: flux, input: { prompt } }, problems: [] })
})

test('A field with a name that every object has is left out, and costs nothing else', () => {
  for (const name of ['constructor', 'toString', 'hasOwnProperty', '__proto__']) {
    const found = fromLink(`?model=${flux}&prompt=fox&steps=9&${name}=y`, models)
    expect(found?.draft.input).toEqual({ prompt: 'fox', steps: 9 })
    expect(found?.problems).toEqual([`Flux.1 Dev has no field “${name}”.`])
  }
})

test('A seed that no number holds exactly is left out, not rounded', () => {
  const found = fromLink(`?model=${flux}&prompt=fox&seed=9007199254740993`, models)
  expect(found?.draft.input).toEqual({ prompt: 'fox' })
  expect(found?.problems).toEqual([expect.stringContaining('Seed of the link is left out')])
})

test('Long settings go after the #, which no server and no proxy cuts', () => {
  const draft = { model: flux, input: { prompt: '城'.repeat(3000) } }
  const link = linkTo(draft)
  expect(link[0]).toBe('#')
  expect(fromLink(link.slice(1), models)?.draft.input.prompt).toBe(draft.input.prompt)
  expect(linkTo({ model: flux, input: { prompt: 'fox' } })).toBe(`?model=${flux}&prompt=fox`)
})

test('An address without a model or a prompt is no link', () => {
  expect(fromLink('?utm_source=news', models)).toBeNull()
})

test('an option that is a number comes back from a link as a number', () => {
  const properties = { prompt: { type: 'string' }, steps: { enum: [1, 2, 4] } }
  const foreign = readCatalog(documentOf({ 'image/new/tomorrow': { properties } }))
  const draft = { model: 'image/new/tomorrow', input: { prompt: 'a fox', steps: 2 } }
  expect(fromLink(`?${toLink(draft)}`, foreign)).toEqual({ draft, problems: [] })
})
