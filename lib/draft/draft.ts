import type { Input, Json } from '../catalog/field'
import { modelOf, startModel, updateDraft } from './draft-store'
import { freshState, replacing, withSeed } from './state'

/** `undefined` unsets a field: it is not sent, and Krea's default holds. */
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

/** Replaces the prompt, and remembers the one before for an undo. */
export function replacePrompt(name: string, prompt: string): void {
  updateDraft((now) =>
    now.draft.input[name] === prompt
      ? now
      : {
          ...now,
          replaced: { draft: now.draft, unusedValues: now.unusedValues },
          draft: { ...now.draft, input: { ...now.draft.input, [name]: prompt } },
        },
  )
}

export function resetDraft(): void {
  updateDraft((now) => {
    const model = modelOf(now.draft.model) ?? startModel()
    const { draft, unusedValues, seedLocked, count } = freshState(model)
    const input = model ? withSeed(model, draft.input, Math.random) : draft.input
    return {
      ...replacing(now),
      unusedValues,
      seedLocked,
      count,
      draft: { ...draft, input },
    }
  })
}

/** Brings back the form that was replaced. */
export function undoReplacement(): void {
  updateDraft((now) =>
    now.replaced ? { ...replacing(now), ...now.replaced, replaced: null } : now,
  )
}

export const setCount = (count: number) => updateDraft((now) => ({ ...now, count }))
export const lockSeed = (seedLocked: boolean) => updateDraft((now) => ({ ...now, seedLocked }))
export const dismissNotes = () =>
  updateDraft((now) => ({ ...now, notes: [], replaced: null, foundSettings: null }))

export const addNote = (note: string) =>
  updateDraft((now) => ({ ...now, notes: [...now.notes.filter((one) => one !== note), note] }))

/** @param message `null` once the text in the control is a value again */
export function setInputError(path: string, message: string | null): void {
  updateDraft((now) => {
    if ((now.inputErrors[path] ?? null) === message) return now
    const { [path]: _, ...others } = now.inputErrors
    return { ...now, inputErrors: message === null ? others : { ...others, [path]: message } }
  })
}

export function markVisited(names: string[]): void {
  updateDraft((now) =>
    names.every((name) => now.visited.includes(name))
      ? now
      : { ...now, visited: [...new Set([...now.visited, ...names])] },
  )
}

/** ↑ in an empty prompt brings the last one back. */
export const rememberPrompt = (prompt: string) =>
  updateDraft((now) => ({
    ...now,
    prompts: [prompt, ...now.prompts.filter((other) => other !== prompt)].slice(0, 50),
  }))

export function setInput(change: (input: Input) => Input): void {
  updateDraft((now) => ({ ...now, draft: { ...now.draft, input: change(now.draft.input) } }))
}
