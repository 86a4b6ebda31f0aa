import { expect, test } from '@playwright/test'
import { readValues } from '@/lib/experiment/range'
import { readFieldText } from '@/lib/experiment/read-field'
import { readTable, tableAxis } from '@/lib/experiment/table'
import { render, variablesIn } from '@/lib/experiment/template'
import { allModels } from './random-definition'

const rows = [
  ['animal', 'place'],
  ['fox', 'a "quiet" wood'],
  ['owl', 'line\nbreak'],
  ['🦊 café', 'semi;colon, comma'],
]
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const expected = rows.slice(1).map(([animal, place]) => ({ animal, place }))

for (const [name, separator] of [
  ['commas', ','],
  ['semicolons', ';'],
  ['tabs, as a spreadsheet copies', '\t'],
] as const)
  test(`a table with ${name} keeps quotes, line breaks and emoji, with or without a byte order mark`, () => {
    const text = rows.map((row) => row.map(quoted).join(separator)).join('\r\n')
    for (const start of ['', '\uFEFF'])
      expect(readTable(start + text)).toEqual({
        table: { columns: ['animal', 'place'], rows: expected },
      })
  })

for (const [text, problem] of [
  ['animal', /one row/],
  ['a,a\n1,2', /called “a”/],
  ['a,\n1,2', /every column/],
  ['a,b\n1,2,3', /Row 1/],
  ['a,b\n"1,2', /quote/],
  [`a\n${'x\n'.repeat(1_001)}`, /1000 rows/],
] as const)
  test(`a table is refused with a sentence: ${problem.source}`, () => {
    expect(readTable(text)).toEqual({ problem: expect.stringMatching(problem) })
  })

test('a column that names a field sets it, any other is a variable', () => {
  const model = allModels.find(({ id }) => id === 'image/bfl/flux-1-dev')
  if (!model) throw new Error('the bundled catalog has no Flux')
  const axis = tableAxis(
    'Rows',
    { columns: ['animal', 'steps'], rows: [{ animal: 'fox', steps: '20' }] },
    (column, text) => readFieldText(model, column, text),
  )
  expect(axis.values).toEqual([
    { label: '1 fox', set: { input: { steps: 20 }, variables: { animal: 'fox' } } },
  ])
})

for (const [text, values] of [
  ['10, 20, .., 50', ['10', '20', '30', '40', '50']],
  ['1, .., 4', ['1', '2', '3', '4']],
  ['0.1, 0.2, ..., 0.5', ['0.1', '0.2', '0.3', '0.4', '0.5']],
  ['30, 20, …, 0', ['30', '20', '10', '0']],
  ['red\nblue, red', ['red', 'blue']],
] as const)
  test(`“${text}” is a list of values`, () => expect(readValues(text)).toEqual({ values }))

for (const text of ['.., 5', 'a, .., 5', '1, 2, .., 2.5', '1, 2, .., 0', '0, .., 100000'])
  test(`“${text}” is refused with a sentence`, () =>
    expect(readValues(text)).toEqual({ problem: expect.any(String) }))

test('variables are filled where they are known, and found where they are not', () => {
  expect(render('a {{ animal }} in {{place}}', { animal: 'fox' })).toBe('a fox in {{place}}')
  expect(render('{{toString}}', {})).toBe('{{toString}}')
  expect(variablesIn({ prompt: 'a {{x}}, {{ y }}, {{x}}' })).toEqual(['x', 'y'])
})
