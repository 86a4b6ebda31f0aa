import { expect, test } from '@playwright/test'
import { parseNumber } from '../../../components/composer/fields/number/parse-number'

const decimal = (text: string) => parseNumber(text, { integer: false })
const integer = (text: string) => parseNumber(text, { integer: true })

test('a comma is a decimal point, and is refused where it may group thousands', () => {
  expect(decimal('1,5')).toEqual({ kind: 'number', value: 1.5 })
  expect(decimal('.5')).toEqual({ kind: 'number', value: 0.5 })
  expect(decimal('1,024').kind).toBe('invalid')
  expect(integer('1,5').kind).toBe('invalid')
})

test('letters are refused, not dropped', () => {
  for (const text of ['abc', '2e', '1e5', '0x10', '--1', '1.2.3'])
    expect(decimal(text).kind).toBe('invalid')
  expect(integer(' 12 ')).toEqual({ kind: 'number', value: 12 })
  expect(decimal('−3')).toEqual({ kind: 'number', value: -3 })
  expect(decimal('  ')).toEqual({ kind: 'empty' })
})

test('an integer beyond 2^53 is refused, for another one would be sent', () => {
  expect(integer('9007199254740991')).toEqual({ kind: 'number', value: 9007199254740991 })
  expect(integer('9007199254740993').kind).toBe('invalid')
  expect(integer('6687881544318117707').kind).toBe('invalid')
})
