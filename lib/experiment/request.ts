import { fieldOf, type Input, type Model, propertiesOf } from '../catalog/field'
import { convertDraft } from '../draft/convert'
import type { Definition, Patch } from './definition'
import { renderInput, replaceWords } from './template'

export type Composed = {
  input: Input
  /** Labels of the fields that the cell's model does not take. */
  notCarried: string[]
}

/** The request of a cell, without a seed: the base request under all its patches, for its model. */
export function composeRequest(
  definition: Definition,
  base: Model | null,
  model: Model,
  patches: Patch[],
): Composed {
  const patched: Input = Object.assign({}, ...patches.map(({ input }) => input))
  const input = { ...definition.input, ...patched }
  const variables = Object.assign({}, definition.variables, ...patches.map((p) => p.variables))
  const words = Object.assign({}, ...patches.map((p) => p.words))
  const rendered = renderInput(withWords(base ?? model, input, words), variables)
  return base?.id === model.id
    ? { input: rendered, notCarried: [] }
    : converted(base, model, rendered, Object.keys(patched))
}

function withWords(model: Model, input: Input, words: Record<string, string>): Input {
  const name = fieldOf(model, 'prompt')?.name ?? 'prompt'
  const prompt = input[name]
  return typeof prompt === 'string' ? { ...input, [name]: replaceWords(prompt, words) } : input
}

/** A value that an axis sets is sent or refused, never quietly dropped where the model has its field. */
function converted(base: Model | null, model: Model, input: Input, patched: string[]): Composed {
  const draft = convertDraft(base, model, input, {})
  const known = new Set(model.fields.flatMap(propertiesOf))
  const asked = patched.filter((name) => known.has(name) && !(name in draft.input))
  const unknown = patched.filter((name) => !known.has(name) && !hasPictures(input[name]))
  return {
    input: { ...draft.input, ...pick(input, asked) },
    notCarried: [...new Set([...draft.dropped, ...unknown.map((name) => labelOf(base, name))])],
  }
}

/** Pictures move to another field of the model; `convertDraft` tells when they do not. */
const hasPictures = (value: unknown): boolean => /^\[?"?https?:/.test(JSON.stringify(value) ?? '')

const pick = (input: Input, names: string[]): Input =>
  Object.fromEntries(Object.entries(input).filter(([name]) => names.includes(name)))

const labelOf = (model: Model | null, name: string): string =>
  model?.fields.find((field) => propertiesOf(field).includes(name))?.label ?? name
