import { expect, test } from '@playwright/test'
import { validateInput } from '@/lib/catalog/validate'
import { cellKey, idempotencyKey } from '@/lib/experiment/cell-key'
import { type Definition, readDefinition } from '@/lib/experiment/definition'
import { countAffordable, estimate } from '@/lib/experiment/estimate'
import { countPlaces, expand } from '@/lib/experiment/expand'
import { cellOf } from './cells'
import { allModels } from './random-definition'

const models = allModels
const flux = 'image/bfl/flux-1-dev'
const krea2 = 'image/krea/krea-2/medium'

function define(part: Partial<Definition>): Definition {
  const read = readDefinition({
    format: 'krea-playground/experiment@1',
    model: flux,
    input: { prompt: 'a {{animal}} in the snow' },
    variables: { animal: 'fox' },
    seeds: [1, 2],
    ...part,
  })
  if ('problem' in read) throw new Error(read.problem)
  return read.definition
}

const value = (label: string, set: Definition['axes'][number]['values'][number]['set']) => ({
  label,
  set,
})

test('axes multiply, seeds come in every cell, and the last axis counts fastest', () => {
  const { cells } = expand(
    define({
      axes: [
        { name: 'Steps', values: [10, 30].map((steps) => value(`${steps}`, { input: { steps } })) },
        {
          name: 'Animal',
          values: ['cat', 'owl'].map((animal) => value(animal, { variables: { animal } })),
        },
      ],
    }),
    models,
  )
  expect(cells.map(({ at, seed, input }) => [...at, seed, input.steps, input.prompt])).toEqual([
    [0, 0, 1, 10, 'a cat in the snow'],
    [0, 0, 2, 10, 'a cat in the snow'],
    [0, 1, 1, 10, 'a owl in the snow'],
    [0, 1, 2, 10, 'a owl in the snow'],
    [1, 0, 1, 30, 'a cat in the snow'],
    [1, 0, 2, 30, 'a cat in the snow'],
    [1, 1, 1, 30, 'a owl in the snow'],
    [1, 1, 2, 30, 'a owl in the snow'],
  ])
})

test('one value may set several fields that belong together', () => {
  const shapes = [
    value('wide', { input: { width: 1280, height: 720 } }),
    value('tall', { input: { width: 720, height: 1280 } }),
  ]
  const { cells } = expand(define({ seeds: [], axes: [{ name: 'Shape', values: shapes }] }), models)
  expect(cells.map(({ input }) => [input.width, input.height])).toEqual([
    [1280, 720],
    [720, 1280],
  ])
})

test('the model is an axis: the request is made to fit each, and what does not carry over is told', () => {
  const { cells } = expand(
    define({
      seeds: [7],
      input: { prompt: 'a fox', steps: 30 },
      axes: [{ name: 'Model', values: [value('Flux', {}), value('Krea 2', { model: krea2 })] }],
    }),
    models,
  )
  const [first, second] = cells
  expect(first).toMatchObject({ model: flux, input: { steps: 30, seed: 7 }, notCarried: [] })
  expect(second).toMatchObject({ model: krea2, input: { prompt: 'a fox', seed: 7 } })
  expect(second?.input).not.toHaveProperty('steps')
  expect(second?.notCarried).toEqual(['Steps'])
  for (const { model, input } of cells) {
    const known = models.find(({ id }) => id === model)
    expect(known && validateInput(known, input)).toEqual([])
  }
})

test('words of the prompt are replaced at one go', () => {
  const swap = value('swapped', { words: { fox: 'owl', owl: 'fox' } })
  const definition = define({
    seeds: [],
    input: { prompt: 'a fox and an owl' },
    axes: [{ name: 'Words', values: [swap] }],
  })
  expect(expand(definition, models).cells[0]?.input.prompt).toBe('a owl and an fox')
})

test('a cell that the document refuses says why and costs nothing; the others go on', () => {
  const steps = [10, 9_999].map((number) => value(`${number}`, { input: { steps: number } }))
  const { cells } = expand(define({ seeds: [1], axes: [{ name: 'Steps', values: steps }] }), models)
  expect(cells[0]?.issues).toEqual([])
  expect(cells[1]?.issues).toEqual([{ path: 'steps', message: expect.any(String) }])
  expect(cells[1]?.price).toEqual({ amount: 0, exact: true })
  expect(estimate(cells, models, 2)).toMatchObject({ count: 1 })
})

test('equal requests are made once, and the places that share them are told', () => {
  const twice = [value('a', { input: { steps: 20 } }), value('b', { input: { steps: 20 } })]
  const { cells, merged } = expand(define({ axes: [{ name: 'Steps', values: twice }] }), models)
  expect(cells).toHaveLength(2)
  expect(merged.map(({ at, seed, key }) => [at, seed, key])).toEqual([
    [[1], 1, cells[0]?.key],
    [[1], 2, cells[1]?.key],
  ])
})

test('a model that is gone costs its own cells only', () => {
  const values = [value('old', { model: 'image/gone/model' }), value('now', {})]
  const { cells } = expand(define({ seeds: [1], axes: [{ name: 'Model', values }] }), models)
  expect(cells.map(({ issues }) => issues.length)).toEqual([1, 0])
})

test('a thousand places are taken, and one more is refused', () => {
  const withPlaces = (steps: number, seeds: number) =>
    define({
      axes: [
        {
          name: 'Steps',
          values: Array.from({ length: steps }, (_, at) =>
            value(`${at}`, { input: { steps: at } }),
          ),
        },
      ],
      seeds: Array.from({ length: seeds }, (_, at) => at),
    })
  expect(countPlaces(withPlaces(77, 13))).toBe(1_001)
  expect(() => expand(withPlaces(77, 13), models)).toThrow(/1000/)
  expect(expand(withPlaces(40, 25), models).cells).toHaveLength(1_000)
})

test('the price is exact to the cent, and the time follows the number of jobs at once', () => {
  const { cells } = expand(define({ seeds: [1, 2, 3] }), models)
  const one = cells[0]?.price?.amount ?? Number.NaN
  expect(estimate(cells, models, 3)).toMatchObject({ dollars: 3 * one, isExact: true })
  expect(estimate(cells, models, 3).maxDollars).toBe(3 * one)
  expect(countAffordable(cells, models, 2.5 * one)).toBe(2)
  expect(countAffordable(cells, models, 3 * one)).toBe(3)
  const alone = estimate(cells, models, 1).seconds ?? 0
  expect(estimate(cells, models, 3).seconds).toBeCloseTo(alone / 3)
  expect(estimate(cells, models, 2).seconds).toBeCloseTo((alone / 3) * 2)
  expect(estimate(cells, models, 8).seconds).toBeCloseTo(alone / 3)
})

test('many small prices add up to the cent', () => {
  const seeds = Array.from({ length: 11 }, (_, seed) => seed)
  const { cells } = expand(define({ seeds }), models)
  expect(cells[0]?.price).toEqual({ amount: 0.007, exact: true })
  expect(estimate(cells, models, 1).dollars).toBe(0.077)
})

test('a price that nobody publishes makes the sum a lower bound', () => {
  expect(estimate([cellOf('a'), cellOf('b', { price: null })], models, 1)).toMatchObject({
    dollars: 0.007,
    isExact: false,
  })
})

test('a job’s key is the same for the same experiment, request and attempt, and no other', () => {
  const id = '019ac8f0-1111-7000-8000-000000000001'
  const key = idempotencyKey(id, 'abc')
  expect(key).toMatch(/^019ac8f0-1111-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(idempotencyKey(id, 'abc')).toBe(key)
  const others = [
    idempotencyKey(id, 'abd'),
    idempotencyKey(id, 'abc', 1),
    idempotencyKey('019ac8f0-1111-7000-8000-000000000002', 'abc'),
  ]
  expect(new Set([key, ...others]).size).toBe(4)
})

test('keys stay what they were: what another browser or version made is found, and not paid again', () => {
  const request = {
    model: flux,
    input: { prompt: 'a fox', styles: [{ id: 'x', strength: 1 }], n: 2 },
  }
  // Worked out with Python's hashlib.
  expect(cellKey(request)).toBe('d326dfe7eafdfd2a0dc8fce7068c0f76be38fbb28413ef5c94687c405662774c')
  expect(idempotencyKey('019ac8f0-1111-7000-8000-000000000001', 'abc')).toBe(
    '019ac8f0-1111-73a9-854b-9a9bea83a68a',
  )
})

test('a request that differs in a list alone has another key', () => {
  const keyOf = (tags: string[]) => cellKey({ model: flux, input: { tags } })
  expect(keyOf(['a', 'b'])).not.toBe(keyOf(['ab']))
  expect(keyOf(['a', 'b'])).not.toBe(keyOf(['b', 'a']))
})
