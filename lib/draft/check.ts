import { type Field, type Input, type Model, propertiesOf } from '../catalog/field'
import { validateInput } from '../catalog/validate'
import type { FieldIssue } from '../contract/errors'
import type { Draft, DraftState } from './state'

const cache = new WeakMap<Draft, FieldIssue[]>()

/** The issues of a draft, computed once, since every field asks. */
export function issuesOf(model: Model, draft: Draft): FieldIssue[] {
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

/** Whether something must change before the draft can be sent. */
export const hasIssues = (model: Model, { draft, inputErrors }: DraftState): boolean =>
  Object.keys(inputErrors).length > 0 || issuesOf(model, draft).length > 0

export const hasBodyIssues = (model: Model, draft: Draft): boolean =>
  issuesOf(model, draft).length > 0
