import { type Model, propertiesOf } from '../catalog/field'
import { formatIssue } from '../catalog/words'
import { type DraftState, settled, withModel } from './state'

/** The state of the form under a catalog that came while it was open, with what that cost it. */
export function reconcile(state: DraftState, models: Model[], random: () => number): DraftState {
  const { draft } = state
  const model = models.find(({ id }) => id === draft.model)
  const [first] = models
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
    draft: settled(model, draft, random),
    notes: lost.map((name) => `${model.name} no longer has ${formatIssue(name).toLowerCase()}.`),
  }
}

export const removedModelSentence = (id: string, instead: Model) =>
  `“${id}” is not offered any more. ${instead.name} takes its place.`
