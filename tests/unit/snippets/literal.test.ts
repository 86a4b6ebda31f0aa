import { runInNewContext } from 'node:vm'
import { expect, test } from '@playwright/test'
import type { Json } from '@/lib/catalog/field'
import { javascript, literal, python } from '@/lib/snippets/literal'

const values: Json[] = [
  { prompt: 'it’s "so" \\ \n', steps: 20, strength: -0.5, upscale: true, mask: null },
  { styles: [{ id: 'a', strength: 1 }, []], empty: {} },
  { 'a-b': 1, ünï: 2, class: 3, $ok_1: 4, '1': 5 },
  JSON.parse('{"prompt":"x","__proto__":{"a":1}}'),
]

test('JavaScript reads the source of a value as that value, whatever its names are', () => {
  for (const value of values) {
    const source = `JSON.stringify(${literal(value, javascript)})`
    expect(JSON.parse(String(runInNewContext(source)))).toEqual(JSON.parse(JSON.stringify(value)))
    expect(Object.keys(JSON.parse(String(runInNewContext(source))))).toEqual(
      Object.keys(JSON.parse(JSON.stringify(value))),
    )
  }
})

test('Python has its own words for true, false and null', () => {
  expect(literal([true, false, null], python)).toBe('[\n    True,\n    False,\n    None,\n]')
})
