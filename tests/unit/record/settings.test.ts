import { expect, test } from '@playwright/test'
import type { Input, Model } from '@/lib/catalog/field'
import openapi from '@/lib/catalog/openapi.json'
import { readCatalog } from '@/lib/catalog/read'
import { newRecord } from '@/lib/record/new-record'
import { differences, formatValue, isMixed, settingsOf } from '@/lib/record/settings'

const models = new Map(readCatalog(openapi).map((model) => [model.id, model]))

function modelOf(id: string): Model {
  const model = models.get(id)
  if (!model) throw new Error(`no model ${id}`)
  return model
}

const flux = modelOf('image/bfl/flux-1-dev')
const subject = (input: Input, model = flux) => ({
  model,
  record: newRecord(model, input, 'an id', 0),
})
const rows = (...inputs: Input[]) =>
  differences(inputs.map((input) => subject(input))).map(({ label, values }) => [
    label,
    ...values.map((setting) => setting?.value),
  ])

test('only different values make a row, under the label of the form', () => {
  const same = { prompt: 'a fox', width: 1024, height: 1024 }
  expect(rows({ ...same, guidance_scale: 3 }, { ...same, guidance_scale: 5 })).toEqual([
    ['Guidance', 3, 5],
  ])
  expect(rows(same, same)).toEqual([])
})

test('a missing value counts as the model’s default', () => {
  const steps = flux.fields.find(({ name }) => name === 'steps')
  const usual = steps?.kind === 'number' ? steps.default : null
  expect(usual).toEqual(expect.any(Number))
  expect(rows({ prompt: 'a fox' }, { prompt: 'a fox', steps: usual })).toEqual([])
  const [row] = differences([subject({}), subject({ steps: 1 })])
  expect(row?.values).toMatchObject([
    { value: usual, isDefault: true },
    { value: 1, isDefault: false },
  ])
})

test('lists are compared item by item', () => {
  const styles = (strength: number) => ({ styles: [{ id: 'ink', strength }] })
  expect(rows(styles(0.5), styles(0.8))).toEqual([['Styles 1 strength', 0.5, 0.8]])
  expect(rows({ styles: [] }, styles(0.8))).toContainEqual(['Styles 1 id', undefined, 'ink'])
})

test('a number and the same in letters differ, and are written apart', () => {
  const [row] = differences([subject({ odd: 1 }), subject({ odd: '1' })])
  expect(row && isMixed(row)).toBe(true)
  expect(formatValue(1, true)).toBe('1')
  expect(formatValue('1', true)).toBe('"1"')
})

test('requests of different models and of models that are gone can be compared', () => {
  const krea = modelOf('image/krea/krea-2/large')
  const gone = { ...subject({ prompt: 'a fox', magic: true }), model: undefined }
  const labels = differences([subject({ prompt: 'a fox' }, krea), gone]).map(({ label }) => label)
  expect(labels).toContain('Magic')
  expect(labels).not.toContain('Prompt')
})

test('settings come in the order of the form, with unknown ones at the end', () => {
  const paths = settingsOf(subject({ zeal: 1, seed: 7, prompt: 'a fox' })).map(({ path }) => path)
  expect(paths).toEqual(['prompt', 'seed', 'zeal'])
})

test('values read as a person says them', () => {
  expect([true, false, null, '', 'ink', 2.5].map((value) => formatValue(value))).toEqual([
    'On',
    'Off',
    'None',
    '""',
    'ink',
    '2.5',
  ])
})
