import { expect, test } from '@playwright/test'
import {
  checkChoice,
  checkList,
  checkNumber,
  checkPresence,
  checkText,
  checkUrl,
} from '@/lib/catalog/check-value'
import type { NumberSpec, TextSpec } from '@/lib/catalog/field'
import document from '@/lib/catalog/openapi.json'
import { readCatalog } from '@/lib/catalog/read'
import { validateInput } from '@/lib/catalog/validate'

const number = (spec: Partial<NumberSpec> = {}): NumberSpec => ({
  min: 1,
  max: 10,
  step: 1,
  integer: false,
  default: null,
  ...spec,
})

const text = (spec: Partial<TextSpec> = {}): TextSpec => ({
  minLength: 2,
  maxLength: 4,
  pattern: null,
  default: null,
  ...spec,
})

/** Which of these values a check accepts. */
const accepted = <T>(values: T[], check: (value: T) => unknown[]) =>
  values.filter((value) => check(value).length === 0)

test('a number lies within its limits, which are included unless the document excludes them', () => {
  const values = [0.999, 1, 10, 10.001]
  expect(accepted(values, (value) => checkNumber('n', value, number()))).toEqual([1, 10])
  const exclusive = number({ minExclusive: true, maxExclusive: true })
  const near = [1, 1.001, 9.999, 10]
  expect(accepted(near, (value) => checkNumber('n', value, exclusive))).toEqual([1.001, 9.999])
})

test('a whole number has no fraction, and a multiple no remainder', () => {
  const whole = number({ integer: true })
  expect(accepted([2, 2.5], (value) => checkNumber('n', value, whole))).toEqual([2])
  const multiple = number({ min: null, max: null, multipleOf: 0.1 })
  expect(accepted([0.3, 0.35], (value) => checkNumber('n', value, multiple))).toEqual([0.3])
  expect(checkNumber('n', Number.NaN, number())).toHaveLength(1)
  expect(checkNumber('n', '2', number())).toHaveLength(1)
})

test('the length of a text is counted in characters, an emoji as one', () => {
  const values = ['a', 'ab', 'abcd', 'abcde', '🌅🌅🌅🌅']
  expect(accepted(values, (value) => checkText('t', value, text()))).toEqual([
    'ab',
    'abcd',
    '🌅🌅🌅🌅',
  ])
})

test('a list has as many items as it may', () => {
  const spec = { minItems: 1, maxItems: 2 }
  const lists = [[], ['a'], ['a', 'b'], ['a', 'b', 'c']]
  const check = (list: string[]) => checkList('l', list, spec, () => [])
  expect(accepted(lists, check)).toEqual([['a'], ['a', 'b']])
})

test('a picture is given by an http or https address', () => {
  const addresses = ['https://a.io/1.png', 'http://a.io/1.png', 'ftp://a.io/1.png', 'data:,x', 'x']
  expect(accepted(addresses, (url) => checkUrl('u', url, { maxLength: 40 }))).toEqual(
    addresses.slice(0, 2),
  )
  expect(checkUrl('u', 'https://a.io/1.png', { maxLength: 17 })).toHaveLength(1)
})

test('a choice is one of its options, by type too', () => {
  const spec = { options: ['1k', 2], default: null }
  expect(accepted(['1k', 2, '2', '4k'], (value) => checkChoice('c', value, spec))).toEqual([
    '1k',
    2,
  ])
})

test('what is required must be there, and null counts only where the document allows it', () => {
  const check = (required: boolean, nullable: boolean, value: null | undefined) =>
    checkPresence('p', { required, ...(nullable ? { nullable: true } : {}) }, value, () => [])
  expect(check(true, false, undefined)).toEqual([{ path: 'p', message: 'This is needed.' }])
  expect(check(false, false, undefined)).toEqual([])
  expect(check(true, false, null)).toHaveLength(1)
  expect(check(true, true, null)).toEqual([])
})

test('a field that the model does not have is refused by its name', () => {
  const model = readCatalog(document).find(({ id }) => id === 'image/bfl/flux-1-dev')
  expect(model && validateInput(model, { prompt: 'a fox', colour: 1 })).toMatchObject([
    { path: 'colour' },
  ])
})
