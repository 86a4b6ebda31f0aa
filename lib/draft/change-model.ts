import type { Model } from '../catalog/field'
import { convertDraft } from './convert'
import { type DraftState, withSeed } from './state'

/** The state under another model, with a note about the values it does not take. */
export function withModel(
  state: DraftState,
  from: Model | null,
  to: Model,
  random: () => number,
): DraftState {
  const {
    input,
    unusedValues: parked,
    dropped,
  } = convertDraft(from, to, state.draft.input, state.unusedValues)
  const one = dropped.length === 1
  const note = `${to.name} does not take ${listed(dropped)}. ${one ? 'It comes' : 'They come'} back with ${from?.name ?? 'another model'}.`
  return {
    ...state,
    draft: { model: to.id, input: withSeed(to, input, random) },
    unusedValues: parked,
    notes: dropped.length > 0 ? [note] : [],
    checking: false,
    refused: null,
    visited: [],
  }
}

export const removedModelSentence = (id: string, instead: Model) =>
  `“${id}” is not offered any more. ${instead.name} takes its place.`

const listed = (labels: string[]) =>
  new Intl.ListFormat('en').format(labels.map((label) => label.toLowerCase()))
