import { type Input, type Json, type Model, propertiesOf } from '../catalog/field'
import type { FieldIssue } from '../contract/errors'
import { firstModel, getDraftState, modelOf, updateDraft } from './draft-store'
import { addedPicture } from './pictures'
import { removedModelSentence } from './reconcile'
import { type Draft, freshState, normalizeDraft, withModel, withSeed } from './state'

/** `undefined` unsets: nothing is sent, and Krea's default holds. */
export function setField(name: string, value: Json | undefined): void {
  setFields({ [name]: value })
}

export function setFields(values: { [name: string]: Json | undefined }): void {
  setInput((input) => {
    const next = { ...input }
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) delete next[name]
      else next[name] = value
    }
    return next
  })
}

export function chooseModel(to: Model): void {
  updateDraft((now) =>
    now.draft.model === to.id
      ? now
      : withModel(now, modelOf(now.draft.model) ?? null, to, Math.random),
  )
}

/** Another request takes the form's place, as it was sent; or what fits of it, if its model is gone. */
export function replaceDraft(draft: Draft): void {
  updateDraft((now) => {
    const model = modelOf(draft.model)
    const next = { ...now, draft, notes: [], checking: false, refused: null }
    if (model) return { ...next, draft: normalizeDraft(model, draft, Math.random) }
    const stay = modelOf(now.draft.model) ?? firstModel()
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

export function resetDraft(): void {
  updateDraft((now) => {
    const model = modelOf(now.draft.model) ?? firstModel()
    const { draft, ...fresh } = freshState(model)
    const input = model ? withSeed(model, draft.input, Math.random) : draft.input
    return { ...fresh, prompts: now.prompts, draft: { ...draft, input } }
  })
}

export const setCount = (count: number) => updateDraft((now) => ({ ...now, count }))
export const lockSeed = (seedLocked: boolean) => updateDraft((now) => ({ ...now, seedLocked }))
export const dismissNotes = () => updateDraft((now) => ({ ...now, notes: [] }))
export const showIssues = () => updateDraft((now) => ({ ...now, checking: true }))

/** What the server refused goes to its fields; what belongs to none is said above them. */
export function showRefusedFields(model: Model, input: Input, fields: FieldIssue[]): void {
  const known = new Set(model.fields.flatMap(propertiesOf))
  const withoutField = fields.filter(({ path }) => !known.has(path.split('.')[0] ?? path))
  updateDraft((now) => ({
    ...now,
    refused: { input, fields },
    notes: withoutField.map(({ message }) => message),
  }))
}

export function rememberPrompt(prompt: string): void {
  updateDraft((now) => ({
    ...now,
    checking: false,
    prompts: [prompt, ...now.prompts.filter((other) => other !== prompt)].slice(0, 50),
  }))
}

function setInput(change: (input: Input) => Input): void {
  updateDraft((now) => ({ ...now, draft: { ...now.draft, input: change(now.draft.input) } }))
}
