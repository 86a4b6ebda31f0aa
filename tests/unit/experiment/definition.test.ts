import { expect, test } from '@playwright/test'
import { cellKey } from '@/lib/experiment/cell-key'
import {
  type Definition,
  definitionFile,
  readDefinition,
  readDefinitionFile,
} from '@/lib/experiment/definition'
import { expand } from '@/lib/experiment/expand'
import { fromLinkValue, toLinkValue } from '@/lib/experiment/link'
import { pseudorandom } from '../draft/random-links'
import { models, randomDefinition } from './random-definition'

const plain: Definition = {
  format: 'krea-playground/experiment@1',
  name: '',
  brief: '',
  question: '',
  model: 'image/bfl/flux-1-dev',
  input: { prompt: 'a fox' },
  variables: {},
  axes: [],
  seeds: [],
}

test('two hundred random definitions go through file, link and store and come back equal', () => {
  const random = pseudorandom(15)
  const definitions = Array.from({ length: 200 }, () => ({ definition: randomDefinition(random) }))
  const readBack = (read: (definition: Definition) => unknown) =>
    definitions.map(({ definition }) => read(definition))
  expect(readBack((each) => readDefinitionFile(definitionFile(each)))).toEqual(definitions)
  expect(readBack((each) => fromLinkValue(toLinkValue(each)))).toEqual(definitions)
  expect(readBack((each) => readDefinition(structuredClone(each)))).toEqual(definitions)
})

test('keys differ if and only if the requests differ', () => {
  const random = pseudorandom(16)
  const bodies = new Map<string, string>()
  for (let round = 0; round < 60; round++)
    for (const { key, model, input } of expand(randomDefinition(random), models).cells) {
      const body = JSON.stringify([model, Object.entries(input).sort()])
      expect(bodies.get(key) ?? body).toBe(body)
      bodies.set(key, body)
    }
  expect(new Set(bodies.values()).size).toBe(bodies.size)
  expect(bodies.size).toBeGreaterThan(100)
})

test('a key does not depend on the order of names', () => {
  expect(cellKey({ model: 'm', input: { a: 1, b: { c: 2, d: 3 } } })).toBe(
    cellKey({ model: 'm', input: { b: { d: 3, c: 2 }, a: 1 } }),
  )
  expect(cellKey({ model: 'm', input: { a: [1, 2] } })).not.toBe(
    cellKey({ model: 'm', input: { a: [2, 1] } }),
  )
})

test('unknown keys of a definition are kept, at every depth', () => {
  const foreign = {
    ...plain,
    colour: 'red',
    axes: [
      { name: 'A', note: 1, values: [{ label: 'x', set: { input: {}, later: true }, star: 5 }] },
    ],
  }
  expect(readDefinition(foreign)).toEqual({ definition: foreign })
})

test('a newer format is refused with a sentence that says so', () => {
  const newer = { ...plain, format: 'krea-playground/experiment@2' }
  expect(readDefinition(newer)).toEqual({ problem: expect.stringContaining('newer version') })
})

for (const [what, json] of [
  ['another format', { format: 'comfy@1' }],
  ['nothing', null],
  ['a list', []],
  ['no model', { ...plain, model: undefined }],
  ['an id that is no UUID', { ...plain, id: 'mine' }],
  ['a seed that is no whole number', { ...plain, seeds: [0.5] }],
] as const)
  test(`a definition with ${what} is refused with a sentence`, () => {
    expect(readDefinition(json)).toEqual({ problem: expect.stringMatching(/experiment/) })
  })

test('a link that was cut off says so, and so does a file that is no JSON', () => {
  const link = toLinkValue(plain)
  expect(fromLinkValue(link.slice(0, -7))).toEqual({ problem: expect.stringContaining('cut off') })
  expect(readDefinitionFile('{')).toEqual({ problem: expect.stringContaining('not JSON') })
})
