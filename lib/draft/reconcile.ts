import { type Model, propertiesOf } from '../catalog/field'
import { inWords } from '../catalog/words'
import { type DraftState, settled, withModel } from './state'

/** The state of the form under a catalogue that came while it was open, with what that cost it. */
export function followed(state: DraftState, models: Model[], random: () => number): DraftState {
  const { draft } = state
  const model = models.find(({ id }) => id === draft.model)
  const [first] = models
  if (!first) return state
  if (!model)
    return { ...withModel(state, null, first, random), notes: [goneWords(draft.model, first)] }
  const known = new Set(model.fields.flatMap(propertiesOf))
  const lost = Object.keys(draft.input).filter((name) => !known.has(name))
  if (lost.length === 0) return state
  return {
    ...state,
    draft: settled(model, draft, random),
    notes: lost.map((name) => `${model.name} no longer has ${inWords(name).toLowerCase()}.`),
  }
}

export const goneWords = (id: string, instead: Model) =>
  `“${id}” is not offered any more. ${instead.name} takes its place.`
