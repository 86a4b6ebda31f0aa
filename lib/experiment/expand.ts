import { fieldOf, type Input, type Model } from '../catalog/field'
import { type Price, priceOf } from '../catalog/price'
import { validateInput } from '../catalog/validate'
import type { FieldIssue } from '../contract/errors'
import { cellKey } from './cell-key'
import type { AxisValue, Definition } from './definition'
import { composeRequest } from './request'

export const maxCells = 1_000

/** One picture of an experiment: a request, and where it stands. */
export type Cell = {
  /** The identity: a hash of the whole request. */
  key: string
  /** The index of its value on each axis. */
  at: number[]
  seed: number | null
  model: string
  input: Input
  /** `null` where Krea publishes no price. A refused cell costs nothing. */
  price: Price | null
  /** Why the document refuses the request; empty when it takes it. */
  issues: FieldIssue[]
  /** Labels of the fields that this cell's model does not take. */
  notCarried: string[]
}

export type Expansion = {
  cells: Cell[]
  /** Places whose request equals that of an earlier cell: they share its picture. */
  merged: { at: number[]; seed: number | null; key: string }[]
}

/** How many places the axes and seeds make, before equal ones are merged. */
export const countPlaces = ({ axes, seeds }: Definition): number =>
  axes.reduce((count, { values }) => count * values.length, Math.max(1, seeds.length))

/**
 * All cells of a definition, in the order of its axes, the seeds last.
 * @throws RangeError above `maxCells` places
 */
export function expand(definition: Definition, models: Model[]): Expansion {
  if (countPlaces(definition) > maxCells)
    throw new RangeError(`An experiment takes at most ${maxCells} pictures.`)
  const cells = new Map<string, Cell>()
  const merged: Expansion['merged'] = []
  const seeds = definition.seeds.length > 0 ? definition.seeds : [null]
  for (const at of product(definition.axes.map(({ values }) => values.length))) {
    const cellFor = placeAt(definition, models, at)
    for (const seed of seeds) {
      const cell = cellFor(seed)
      if (cells.has(cell.key)) merged.push({ at, seed, key: cell.key })
      else cells.set(cell.key, cell)
    }
  }
  return { cells: [...cells.values()], merged }
}

/** Composes the request of a place once, for all seeds. */
function placeAt(definition: Definition, models: Model[], at: number[]) {
  const patches = valuesAt(definition, at).map(({ set }) => set)
  const id = patches.findLast(({ model }) => model !== undefined)?.model ?? definition.model
  const model = models.find((one) => one.id === id)
  if (!model) return (seed: number | null) => unknownModel(definition, id, at, seed)
  const base = models.find((one) => one.id === definition.model) ?? null
  const { input: composed, notCarried } = composeRequest(definition, base, model, patches)
  return (seed: number | null): Cell => {
    const input = withSeed(model, composed, seed)
    const issues = validateInput(model, input)
    const price = issues.length > 0 ? { amount: 0, exact: true } : priceOf(model, input)
    const key = cellKey({ model: id, input })
    return { key, at, seed, model: id, input, price, issues, notCarried }
  }
}

/** The value of each axis at a place. */
export const valuesAt = ({ axes }: Definition, at: number[]): AxisValue[] =>
  axes.flatMap(({ values }, axis) => values[at[axis] ?? 0] ?? [])

function withSeed(model: Model, input: Input, seed: number | null): Input {
  const field = fieldOf(model, 'seed')
  return field && seed !== null ? { ...input, [field.name]: seed } : input
}

function unknownModel({ input }: Definition, id: string, at: number[], seed: number | null): Cell {
  return {
    key: cellKey({ model: id, input: { ...input, at, seed } }),
    at,
    seed,
    model: id,
    input,
    price: { amount: 0, exact: true },
    issues: [{ path: 'model', message: `Krea does not offer ${id} any more.` }],
    notCarried: [],
  }
}

/** All index tuples below the sizes, the last one counting fastest. */
function product(sizes: number[]): number[][] {
  return sizes.reduce<number[][]>(
    (tuples, size) =>
      tuples.flatMap((tuple) => Array.from({ length: size }, (_, index) => [...tuple, index])),
    [[]],
  )
}
