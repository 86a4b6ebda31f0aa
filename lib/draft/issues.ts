import { type Field, type Input, type Model, propertiesOf } from '../catalog/field'
import { validateInput } from '../catalog/validate'
import type { FieldIssue } from '../contract/errors'
import type { Draft, DraftState } from './state'

const cache = new WeakMap<Draft, FieldIssue[]>()

/** The issues of a draft, computed once, since every field asks. */
function issuesOf(model: Model, draft: Draft): FieldIssue[] {
  const issues = cache.get(draft) ?? findIssues(model, draft)
  cache.set(draft, issues)
  return issues
}

function findIssues(model: Model, { input }: Draft): FieldIssue[] {
  const blank = blankPrompts(model, input)
  const missing = model.fields.filter((field) =>
    propertiesOf(field).some((name) => input[name] === undefined),
  )
  return [
    ...blank.map((path) => ({ path, message: missingMessage('prompt') })),
    ...validateInput(model, input)
      .filter(({ path }) => !blank.includes(path))
      .map((issue) => {
        const field = missing.find(({ name }) => name === issue.path)
        return field ? { ...issue, message: missingMessage(field.kind) } : issue
      }),
  ]
}

/** A prompt of blanks would be paid for like any other. */
const blankPrompts = (model: Model, input: Input): string[] =>
  model.fields
    .filter(({ kind, required }) => kind === 'prompt' && required)
    .map(({ name }) => name)
    .filter((name) => typeof input[name] === 'string' && input[name].trim() === '')

function missingMessage(kind: Field['kind']): string {
  switch (kind) {
    case 'prompt':
      return 'Enter a prompt.'
    case 'image':
    case 'images':
    case 'weighted-images':
    case 'tagged-images':
      return 'Add an image.'
    case 'mask':
      return 'Add a mask.'
    case 'styles':
      return 'Add a style.'
    case 'moodboards':
      return 'Add a moodboard.'
    case 'text':
    case 'number':
    case 'seed':
    case 'json':
      return 'Enter a value.'
    case 'choice':
    case 'toggle':
    case 'size':
      return 'Choose a value.'
    default:
      return kind satisfies never
  }
}

/** The sentence under a field. An issue from the server stays until that value changes. */
export function issueFor(model: Model, field: Field, state: DraftState): string | null {
  const issue = propertiesOf(field)
    .map((name) => propertyIssue(model, name, propertiesOf(field), state))
    .find((one) => one !== null)
  return issue ? sentence(issue) : null
}

/** Whether a property of a field has an issue to show: of a size, only the wrong side is marked. */
export const isInvalid = (model: Model, field: Field, name: string, state: DraftState): boolean =>
  propertyIssue(model, name, propertiesOf(field), state) !== null

function propertyIssue(
  model: Model,
  name: string,
  together: string[],
  state: DraftState,
): FieldIssue | null {
  const { refused, draft } = state
  const here = ({ path }: FieldIssue) => rootOf(path) === name
  const own = shownIssues(model, state, name).find(here)
  const theirs = refused?.fields.find(
    (issue) => here(issue) && together.every((each) => refused.input[each] === draft.input[each]),
  )
  return own ?? theirs ?? null
}

/** An empty field that was only passed through is not wrong yet. */
function shownIssues(model: Model, state: DraftState, name: string): FieldIssue[] {
  const { checking, draft, visited } = state
  const typed = Object.entries(state.inputErrors).map(([path, message]) => ({ path, message }))
  if (checking) return [...typed, ...issuesOf(model, draft)]
  if (!visited.includes(name)) return []
  return [...typed, ...(draft.input[name] === undefined ? [] : issuesOf(model, draft))]
}

/** Whether something must change before the draft can be sent. */
export const hasIssues = (model: Model, { draft, inputErrors }: DraftState): boolean =>
  Object.keys(inputErrors).length > 0 || issuesOf(model, draft).length > 0

export const hasBodyIssues = (model: Model, draft: Draft): boolean =>
  issuesOf(model, draft).length > 0

const rootOf = (path: string) => path.split('.')[0] ?? path

/** Entries of a list are counted from one: `style_images.0.strength` is number 1. */
function sentence({ path, message }: FieldIssue): string {
  const [, index] = path.split('.')
  return index !== undefined && /^\d+$/.test(index)
    ? `No. ${Number(index) + 1}: ${message}`
    : message
}
