import { expect, test } from '@playwright/test'
import document from '../../../lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '../../../lib/catalog/read'
import { arrangeFields, roleOf, selectStartModel } from '../../../lib/draft/field-roles'
import { ratioOf, ratioOptions } from '../../../lib/draft/size/size'
import { isSwitchedOff } from '../../../lib/draft/switches'

const models = readCatalog(document)
const model = (id: string) => {
  const found = models.find((model) => model.id === id)
  if (!found) throw new Error(`the bundled document lost ${id}`)
  return found
}
const namesOf = (id: string) => arrangeFields(model(id)).shown.map(({ name }) => name)

test('the first model offered takes a prompt, an image, a size, steps and guidance', () => {
  const start = selectStartModel(models)
  const roles = new Set<string>(start?.fields.map(roleOf))
  expect(
    ['prompt', 'picture', 'size', 'steps', 'guidance'].filter((role) => !roles.has(role)),
  ).toEqual([])
  const before = models.slice(0, start && models.indexOf(start))
  expect(before.filter(({ fields }) => fields.some((field) => roleOf(field) === 'steps'))).toEqual(
    [],
  )
})

test('where no model takes all of these, the first of the document is offered', () => {
  const without = models.filter(({ fields }) => !fields.some((field) => roleOf(field) === 'steps'))
  expect(selectStartModel(without)?.id).toBe(without[0]?.id)
  expect(selectStartModel([])).toBeUndefined()
})

test('the fields that a person sets are seen without a click, in the order in which they are set', () => {
  expect(namesOf('image/bfl/flux-1-dev')).toEqual([
    'prompt',
    'image_url',
    'strength',
    'size',
    'steps',
    'guidance_scale',
    'seed',
  ])
  expect(namesOf('image/qwen/2512')).toEqual([
    'prompt',
    'size',
    'num_inference_steps',
    'cfg_scale',
    'negative_prompt',
    'styles',
    'seed',
  ])
  const rare = models.flatMap((each) => arrangeFields(each).folded.map(roleOf))
  expect(new Set(rare)).toEqual(new Set(['other']))
})

test('an enhancer asks for its picture before a prompt that may be empty', () => {
  for (const each of models.filter(({ task }) => task === 'enhance'))
    expect(arrangeFields(each).shown[0]?.kind).toBe('image')
})

test('no field is lost between first sight and the fold', () => {
  for (const each of models) {
    const { shown, folded } = arrangeFields(each)
    expect([...shown, ...folded].map(({ name }) => name).sort()).toEqual(
      each.fields.map(({ name }) => name).sort(),
    )
  }
})

test('ratios come in the same order for every model', () => {
  const rank = (option: string) => {
    const ratio = ratioOf(option) ?? 0
    return ratio >= 1 || ratio === 0 ? ratio : 100 + 1 / ratio
  }
  for (const { fields } of models)
    for (const field of fields.filter(({ kind }) => kind === 'size')) {
      const options = field.kind === 'size' ? ratioOptions(field.parts) : []
      expect(options).toEqual(options.toSorted((a, b) => rank(a) - rank(b)))
    }
})

test('controls follow the switch that they depend on', () => {
  const bloom = model('enhance/topaz/bloom-2-enhance')
  const off = (name: string, input = {}) => {
    const field = bloom.fields.find((one) => one.name === name)
    return field && isSwitchedOff(bloom, field, input)
  }
  expect(off('grain_size', { grain: false })).toBe(true)
  expect(off('grain_size', { grain: true })).toBe(false)
  expect(off('image_scaling_factor', { upscaling_activated: false })).toBe(true)
  expect(off('creativity')).toBe(false)
})
