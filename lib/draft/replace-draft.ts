import type { Model } from '../catalog/field'
import { removedModelSentence, withModel } from './change-model'
import { setInput } from './draft'
import { getDraftState, modelOf, startModel, updateDraft } from './draft-store'
import { addedPicture } from './pictures'
import { type Draft, normalizeDraft, replacing } from './state'

export function chooseModel(to: Model): void {
  updateDraft((now) =>
    now.draft.model === to.id
      ? now
      : withModel(now, modelOf(now.draft.model) ?? null, to, Math.random),
  )
}

export const offerSettings = (fileName: string, draft: Draft) =>
  updateDraft((now) => ({ ...now, foundSettings: { fileName, draft } }))

/** Puts another request into the form; of one whose model is gone, the values that fit. */
export function replaceDraft(draft: Draft): void {
  updateDraft((now) => {
    const model = modelOf(draft.model)
    const next = { ...replacing(now), draft }
    if (model) return { ...next, draft: normalizeDraft(model, draft, Math.random) }
    const stay = modelOf(now.draft.model) ?? startModel()
    return stay
      ? {
          ...withModel(next, null, stay, Math.random),
          notes: [removedModelSentence(draft.model, stay)],
        }
      : next
  })
}

/**
 * Puts a picture into the model’s first picture field; `false` when the model takes none.
 * @public
 */
export function addPicture(url: string): boolean {
  const { draft } = getDraftState()
  const model = modelOf(draft.model)
  const input = model && addedPicture(model, draft.input, url)
  if (!input) return false
  setInput(() => input)
  return true
}

/** Puts the settings that came with a dropped picture into the form. */
export function applyFoundSettings(): void {
  const found = getDraftState().foundSettings
  if (found) replaceDraft(found.draft)
}
