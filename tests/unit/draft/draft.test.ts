import { expect, test } from '@playwright/test'
import type { Input } from '../../../lib/catalog/field'
import document from '../../../lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '../../../lib/catalog/read'
import { validateInput } from '../../../lib/catalog/validate'
import { bodiesOf } from '../../../lib/draft/bodies'
import { withModel } from '../../../lib/draft/change-model'
import { convertDraft } from '../../../lib/draft/convert'
import { issueFor } from '../../../lib/draft/issues'
import { addedPicture } from '../../../lib/draft/pictures'
import { nearestRatio, scaledPixels } from '../../../lib/draft/size/match-size'
import { fitPixels, megapixels, ratioOptions } from '../../../lib/draft/size/size'
import { freshState, normalizeDraft } from '../../../lib/draft/state'
import { pseudorandom, randomInput } from './random-links'

const models = readCatalog(document)
const model = (id: string) => {
  const found = models.find((model) => model.id === id)
  if (!found) throw new Error(`the bundled document lost ${id}`)
  return found
}
const flux = model('image/bfl/flux-1-dev')
const krea = model('image/krea/krea-2/medium')
const banana = model('image/google/nano-banana-2')
const runway = model('image/runway/gen-4-image')

const thereAndBack = (input: Input) => {
  const there = convertDraft(flux, krea, input, {})
  return { there, back: convertDraft(krea, flux, there.input, there.unusedValues) }
}

test('Prompt, seed and the nearest ratio go along to another model', () => {
  const { there } = thereAndBack({ prompt: 'fox', seed: 7, width: 1216, height: 832 })
  expect(there.input).toEqual({ prompt: 'fox', seed: 7, aspect_ratio: '3:2', resolution: '1K' })
  expect(there.dropped).toEqual([])
})

test('What the new model does not take is named and comes back on return', () => {
  const input = { prompt: 'fox', steps: 40, guidance_scale: 5, width: 1216, height: 832 }
  const { there, back } = thereAndBack(input)
  expect(there.dropped).toEqual(['Steps', 'Guidance'])
  expect(back.input).toEqual(input)
  expect(back.dropped).toEqual([])
})

test('A ratio that was changed meanwhile is not undone on return', () => {
  const { there } = thereAndBack({ prompt: 'fox', width: 1216, height: 832 })
  const back = convertDraft(
    krea,
    flux,
    { ...there.input, aspect_ratio: '9:16' },
    there.unusedValues,
  )
  const { width, height } = back.input
  expect(Number(width) / Number(height)).toBeCloseTo(9 / 16, 1)
})

test('One input picture becomes a list of one, and the other way round', () => {
  const url = 'https://x.io/a.png'
  const there = convertDraft(flux, banana, { prompt: 'fox', image_url: url }, {})
  expect(there.input.image_urls).toEqual([url])
  expect(there.dropped).toEqual([])
  expect(convertDraft(banana, flux, there.input, there.unusedValues).input.image_url).toBe(url)
  const tagged = convertDraft(flux, runway, { prompt: 'fox', image_url: url }, {})
  expect(tagged.input.reference_images).toEqual([{ url, tag: 'picture_1' }])
})

test('Pictures beyond what the new model takes are reported', () => {
  const input = { prompt: 'fox', image_urls: ['https://x.io/a.png', 'https://x.io/b.png'] }
  const there = convertDraft(banana, flux, input, {})
  expect(there.input.image_url).toBe('https://x.io/a.png')
  expect(there.dropped).toEqual(['Images'])
  expect(convertDraft(flux, banana, there.input, there.unusedValues).input.image_urls).toEqual(
    input.image_urls,
  )
})

test('Whatever one model holds, the next one gets nothing that it would refuse', () => {
  const random = pseudorandom(11)
  const refusals = models.flatMap((from) =>
    models.flatMap((to) => {
      const { input } = convertDraft(from, to, randomInput(from, random), {})
      const faults = validateInput(to, input)
      return faults
        .filter(({ message }) => message !== 'This is needed.')
        .map((fault) => ({ from: from.id, to: to.id, ...fault }))
    }),
  )
  expect(refusals).toEqual([])
})

test('The note says which fields wait, and for which model', () => {
  const state = { ...freshState(flux), draft: { model: flux.id, input: { steps: 40 } } }
  expect(withModel(state, flux, krea, () => 0.5).notes).toEqual([
    'Krea 2 Medium does not take steps. It comes back with Flux.1 Dev.',
  ])
})

test('A picture is added behind the others, and replaces the last where no more fit', () => {
  const full = [1, 2, 3].map((n) => ({ url: `https://x.io/${n}.png`, tag: `tag_${n}` }))
  expect(addedPicture(runway, { reference_images: full }, 'https://x.io/new.png')).toEqual({
    reference_images: [...full.slice(0, 2), { url: 'https://x.io/new.png', tag: 'picture_3' }],
  })
  expect(addedPicture(model('image/bfl/flux-1.1-pro'), {}, 'https://x.io/new.png')).toBeNull()
})

test('Every shape that is offered gives pixels that the model takes', () => {
  const refusals = models.flatMap((each) =>
    each.fields
      .filter((field) => field.kind === 'size')
      .flatMap(({ parts }) => ratioOptions(parts).map((option) => ({ parts, option })))
      .flatMap(({ parts, option }) => {
        const [width = 1, height = 1] = option.split(':').map(Number)
        const pixels = fitPixels(parts, width / height) ?? {}
        const faults = validateInput(each, pixels).filter(({ path }) => path in pixels)
        return faults.map((fault) => ({ model: each.id, option, ...fault }))
      }),
  )
  expect(refusals).toEqual([])
})

test('The nearest shape is near for the eye: wide stays wide', () => {
  expect(nearestRatio(['1:1', '16:9', '9:16'], 1.5)).toBe('16:9')
  expect(nearestRatio(['1:1', '4:3'], 1216 / 832)).toBe('4:3')
})

test('Pixels are told in megapixels, with fewer digits where they are many', () => {
  expect(megapixels({ width: 1024, height: 1024 })).toBe('1.05 MP')
  expect(megapixels({ width: 4000, height: 2500 })).toBe('10.0 MP')
})

test('An enhancer is offered multiples of its picture, up to what it can do', () => {
  const parts = { width: { max: 2000 }, height: { max: 2000 } }
  const bounds = { min: 1, step: 1, integer: true, default: null, required: true }
  const sized = { width: { ...bounds, ...parts.width }, height: { ...bounds, ...parts.height } }
  expect(scaledPixels(sized, { width: 900, height: 600 }, 2)).toEqual({ width: 1800, height: 1200 })
  expect(scaledPixels(sized, { width: 900, height: 600 }, 4)).toBeNull()
})

test('The pictures of one click have seeds of their own, the first the one that is shown', () => {
  const bodies = bodiesOf(flux, { prompt: 'fox', seed: 7 }, 8, pseudorandom(3))
  expect(bodies[0]?.seed).toBe(7)
  expect(new Set(bodies.map(({ seed }) => seed)).size).toBe(8)
  expect(bodies.every((body) => validateInput(flux, body).length === 0)).toBe(true)
})

test('A model without a seed is sent none', () => {
  expect(bodiesOf(banana, { prompt: 'fox' }, 2, pseudorandom(3))).toEqual([
    { prompt: 'fox' },
    { prompt: 'fox' },
  ])
})

test('A fault shows only once a click has found it, and goes as soon as it is mended', () => {
  const [prompt] = flux.fields
  if (!prompt) throw new Error('flux has lost its prompt')
  const empty = freshState(flux)
  expect(issueFor(flux, prompt, empty)).toBeNull()
  expect(issueFor(flux, prompt, { ...empty, checking: true })).toBe('Enter a prompt.')
  const mended = { ...empty, checking: true, draft: { model: flux.id, input: { prompt: 'fox' } } }
  expect(issueFor(flux, prompt, mended)).toBeNull()
})

test('What the server refused stands under its field until that field changes', () => {
  const image = flux.fields.find(({ name }) => name === 'image_url')
  if (!image) throw new Error('flux has lost its picture')
  const input = { prompt: 'fox', image_url: 'https://x.io/a.png' }
  const state = {
    ...freshState(flux),
    draft: { model: flux.id, input: { ...input, prompt: 'wolf' } },
    refused: { input, fields: [{ path: 'image_url', message: 'Krea cannot read it.' }] },
  }
  expect(issueFor(flux, image, state)).toBe('Krea cannot read it.')
  const changed = { model: flux.id, input: { ...input, image_url: 'https://x.io/b.png' } }
  expect(issueFor(flux, image, { ...state, draft: changed })).toBeNull()
})

test('A saved draft loses fields that its model has lost, so that it can still be sent', () => {
  const saved = {
    model: flux.id,
    input: { prompt: 'fox', mood: 'calm', imageUrl: 'https://x.io/a.png' },
  }
  expect(normalizeDraft(flux, saved, () => 0).input).toEqual({
    prompt: 'fox',
    image_url: 'https://x.io/a.png',
    seed: 0,
  })
})

test('a picture crosses a model that takes none, into another kind of field', () => {
  const [edit, words, list] = [
    model('image/bytedance/seededit'),
    model('image/ideogram/ideogram-2-turbo'),
    runway,
  ]
  const url = 'https://gen.krea.ai/images/a.png'
  const away = convertDraft(edit, words, { prompt: 'fox', image_url: url }, {})
  const there = convertDraft(words, list, away.input, away.unusedValues)
  expect(there.input.reference_images).toEqual([{ url, tag: 'picture_1' }])
})
