import { type Field, type Model, propertiesOf } from '../catalog/field'
import type { FieldIssue } from '../contract/errors'
import { issuesOf } from './check'
import type { DraftState } from './state'

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

const rootOf = (path: string) => path.split('.')[0] ?? path

/** Entries of a list are counted from one: `style_images.0.strength` is number 1. */
function sentence({ path, message }: FieldIssue): string {
  const [, index] = path.split('.')
  return index !== undefined && /^\d+$/.test(index)
    ? `No. ${Number(index) + 1}: ${message}`
    : message
}
