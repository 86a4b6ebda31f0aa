import { type Field, type Model, propertiesOf } from '../catalog/field'
import { validateInput } from '../catalog/validate'
import type { FieldIssue } from '../contract/errors'
import type { Draft, DraftState } from './state'

const cache = new WeakMap<Draft, FieldIssue[]>()

/** The issues of a draft, computed once, since every field asks. */
function issuesOf(model: Model, draft: Draft): FieldIssue[] {
  const issues = cache.get(draft) ?? validateInput(model, draft.input)
  cache.set(draft, issues)
  return issues
}

/** The sentence under a field. An issue from the server stays until that value changes. */
export function issueFor(model: Model, field: Field, state: DraftState): string | null {
  const names = propertiesOf(field)
  const here = ({ path }: FieldIssue) => names.includes(path.split('.')[0] ?? path)
  const { refused, draft } = state
  const own = state.checking ? issuesOf(model, draft).find(here) : undefined
  const theirs = refused?.fields.find(
    (issue) => here(issue) && names.every((name) => refused.input[name] === draft.input[name]),
  )
  const issue = own ?? theirs
  return issue ? sentence(issue) : null
}

export const hasIssues = (model: Model, draft: Draft) => issuesOf(model, draft).length > 0

/** Entries of a list are counted from one: `style_images.0.strength` is number 1. */
function sentence({ path, message }: FieldIssue): string {
  const [, index] = path.split('.')
  return index !== undefined && /^\d+$/.test(index)
    ? `No. ${Number(index) + 1}: ${message}`
    : message
}
