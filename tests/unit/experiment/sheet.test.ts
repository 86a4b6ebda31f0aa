import { expect, test } from '@playwright/test'
import { type Definition, readDefinition } from '@/lib/experiment/definition'
import { expand } from '@/lib/experiment/expand'
import { experimentCsv } from '@/lib/experiment/export/csv'
import { rank } from '@/lib/experiment/judge/ranking'
import { defaultLayout, everySheet, sheetOf } from '@/lib/experiment/sheet'
import { completedJob, savedPicture, submittingRecord } from '../../fixtures/record'
import { cellOf, notStarted } from './cells'
import { allModels } from './random-definition'

const axis = (name: string, labels: string[], set: (label: string) => object) => ({
  name,
  values: labels.map((label) => ({ label, set: { input: set(label) } })),
})
const steps = axis('Steps', ['10', '20'], (label) => ({ steps: Number(label) }))
const guidance = axis('Guidance', ['3', '5', '7'], (label) => ({ guidance_scale: Number(label) }))
const format = axis('Shape', ['wide', 'tall'], (label) =>
  label === 'wide' ? { width: 1024, height: 768 } : { width: 768, height: 1024 },
)

function definitionOf(part: Partial<Record<keyof Definition, unknown>>): Definition {
  const read = readDefinition({
    format: 'krea-playground/experiment@1',
    model: 'image/bfl/flux-1-dev',
    input: { prompt: 'a fox' },
    ...part,
  })
  if ('problem' in read) throw new Error(read.problem)
  return read.definition
}

function sheetsOf(definition: Definition) {
  const expansion = expand(definition, allModels)
  const progress = expansion.cells.map(notStarted)
  const layout = defaultLayout(definition)
  return { layout, expansion, progress, sheet: sheetOf(definition, expansion, progress, layout) }
}

test('the last two axes lie open, and each place has one cell a seed', () => {
  const { layout, sheet } = sheetsOf(
    definitionOf({ axes: [format, steps, guidance], seeds: [1, 2] }),
  )
  expect(layout).toEqual({ rows: 1, columns: 2, fixed: [0, 0, 0] })
  expect([sheet.rowLabels, sheet.columnLabels]).toEqual([
    ['10', '20'],
    ['3', '5', '7'],
  ])
  expect(sheet.cellsAt(1, 2).map(({ cell }) => [cell.at, cell.seed])).toEqual([
    [[0, 1, 2], 1],
    [[0, 1, 2], 2],
  ])
})

test('one axis makes columns, and none makes one place', () => {
  const one = sheetsOf(definitionOf({ axes: [steps] }))
  expect([one.layout.rows, one.layout.columns]).toEqual([null, 0])
  expect([one.sheet.rowLabels, one.sheet.columnLabels]).toEqual([[''], ['10', '20']])
  expect(one.sheet.cellsAt(0, 1).map(({ cell }) => cell.input.steps)).toEqual([20])
  const none = sheetsOf(definitionOf({}))
  expect([none.layout.rows, none.layout.columns]).toEqual([null, null])
  expect(none.sheet.cellsAt(0, 0)).toHaveLength(1)
})

test('equal requests share their picture at every place', () => {
  const twice = axis('Again', ['one', 'other'], () => ({ steps: 10 }))
  const { expansion, sheet } = sheetsOf(definitionOf({ axes: [twice] }))
  expect(expansion.cells).toHaveLength(1)
  expect(sheet.cellsAt(0, 1)).toEqual(sheet.cellsAt(0, 0))
})

test('there is a sheet for each value of the axes that do not lie open, with its title', () => {
  const definition = definitionOf({ axes: [format, steps, guidance] })
  const { layout, expansion, progress } = sheetsOf(definition)
  const sheets = everySheet(definition, expansion, progress, layout)
  expect(sheets.map(({ title }) => title)).toEqual(['wide', 'tall'])
  expect(sheets[1]?.sheet.cellsAt(0, 0)[0]?.cell.at).toEqual([1, 0, 0])
})

test('a table has a row a cell: values, job, state, seconds, dollars and verdicts', () => {
  const definition = definitionOf({ axes: [steps] })
  const [made, waiting] = [
    cellOf('made', { at: [0], seed: 7 }),
    cellOf('waiting', { at: [1], price: null }),
  ]
  const record = {
    ...submittingRecord,
    startedAt: Date.parse('2026-10-01T00:00:00Z'),
    state: {
      kind: 'done' as const,
      job: { ...completedJob, completedAt: '2026-10-01T00:00:06.500Z' },
      picture: savedPicture,
    },
  }
  const csv = experimentCsv(
    definition,
    [{ cell: made, recordId: 'r', state: 'done', attempt: 0 }, notStarted(waiting)],
    () => record,
    {
      pairs: [],
      cells: { made: { kept: true, rating: 4 }, waiting: { kept: false, rating: null } },
    },
    rank(['made', 'other'], []),
  )
  expect(csv.split('\r\n')).toEqual([
    'Steps,model,seed,job,state,seconds,dollars,verdict,rating,strength,cell',
    '10,image/bfl/flux-1-dev,7,job-1,done,6.5,0.007,keep,4,0.000,made',
    '20,image/bfl/flux-1-dev,,,not started,,,reject,,,waiting',
    '',
  ])
})
