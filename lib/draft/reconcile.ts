import { type Model, propertiesOf } from '../catalog/field'
import { formatName } from '../catalog/format-name'
import { removedModelSentence, withModel } from './change-model'
import { selectStartModel } from './field-roles'
import { type DraftState, normalizeDraft } from './state'

/** The form's state under a newer catalog, with notes about lost fields. */
export function reconcile(state: DraftState, models: Model[], random: () => number): DraftState {
  const { draft } = state
  const model = models.find(({ id }) => id === draft.model)
  const first = selectStartModel(models)
  if (!first) return state
  if (!model)
    return {
      ...withModel(state, null, first, random),
      notes: [removedModelSentence(draft.model, first)],
    }
  const known = new Set(model.fields.flatMap(propertiesOf))
  const lost = Object.keys(draft.input).filter((name) => !known.has(name))
  if (lost.length === 0) return state
  return {
    ...state,
    draft: normalizeDraft(model, draft, random),
    notes: lost.map((name) => `${model.name} no longer has ${formatName(name).toLowerCase()}.`),
  }
}
