import { type Input, type Model, propertiesOf } from '../catalog/field'
import type { FieldIssue } from '../contract/errors'
import { updateDraft } from './draft-store'

export const showIssues = () => updateDraft((now) => ({ ...now, checking: true }))

/** Shows issues found by the server at their fields; those of no field become notes. */
export function showRefusedFields(model: Model, input: Input, fields: FieldIssue[]): void {
  const known = new Set(model.fields.flatMap(propertiesOf))
  const withoutField = fields.filter(({ path }) => !known.has(path.split('.')[0] ?? path))
  updateDraft((now) => ({
    ...now,
    refused: { input, fields },
    notes: withoutField.map(({ message }) => message),
  }))
}

/** After the draft was sent. */
export const resetChecks = () =>
  updateDraft((now) => ({ ...now, checking: false, visited: [], replaced: null }))
