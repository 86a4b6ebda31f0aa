import { createStore } from '../browser/create-store'
import type { Model } from '../catalog/field'
import { reconcile, removedModelSentence } from './reconcile'
import { readSavedDraft, saveDraft } from './saved-draft'
import { type DraftState, freshState, normalizeDraft, withModel } from './state'

const saveAfterMs = 300

type Edit = (now: DraftState) => DraftState

/** `null` until the draft is opened. Only the browser writes it: on the server, visitors share modules. */
const store = createStore<DraftState | null>(null)
export const { read: openedDraft, subscribe } = store

let models: Model[] = []
let saving: ReturnType<typeof setTimeout> | undefined
/** Edits made before the draft opened or its link was read; they are repeated on both. */
let pendingEdits: Edit[] | null = []
let opening = Promise.resolve(true)

/**
 * Call it after hydration: a link beats the saved draft, which beats a fresh one. Called again with a
 * newer catalog, it adapts the draft.
 */
export function openDraft(catalog: Model[], search: string): void {
  models = catalog
  const opened = store.read()
  if (opened) {
    const next = reconcile(opened, models, Math.random)
    if (next !== opened) apply(() => next)
    return
  }
  const [first] = models
  if (!first) return
  const saved = { ...freshState(first), ...readSavedDraft() }
  const model = modelOf(saved.draft.model)
  addEventListener('pagehide', save)
  store.write(
    model
      ? { ...saved, draft: normalizeDraft(model, saved.draft, Math.random) }
      : {
          ...withModel(saved, null, first, Math.random),
          notes: [removedModelSentence(saved.draft.model, first)],
        },
  )
  pendingEdits?.forEach(apply)
  const linked = new URLSearchParams(search).size > 0 ? openLink(search) : Promise.resolve()
  opening = linked
    .then(
      () => true,
      () => {
        apply((now) => ({ ...now, notes: [linkNotLoaded] }))
        return false
      },
    )
    .finally(() => {
      pendingEdits = null
      opening = Promise.resolve(true)
    })
}

const linkNotLoaded =
  'A part of this page could not be fetched, so the settings of the link are not here. Reload to try again.'

/** Resolves once the form shows what the page was opened with: `false` when its link could not be read. */
export const draftOpened = (): Promise<boolean> => opening

async function openLink(search: string): Promise<void> {
  const { fromLink } = await import('./link')
  const linked = fromLink(search, models)
  const model = linked && modelOf(linked.draft.model)
  if (!model) return
  apply((now) => ({
    ...now,
    draft: normalizeDraft(model, linked.draft, Math.random),
    notes: linked.problems,
  }))
  pendingEdits?.forEach(apply)
}

/** The state outside of rendering, for event handlers. */
export const getDraftState = (): DraftState => store.read() ?? freshState(models[0])

export const modelOf = (id: string): Model | undefined => models.find((model) => model.id === id)

export const firstModel = (): Model | undefined => models[0]

export function updateDraft(edit: Edit): void {
  pendingEdits?.push(edit)
  if (store.read()) apply(edit)
}

function apply(edit: Edit): void {
  store.write(edit(getDraftState()))
  clearTimeout(saving)
  saving = setTimeout(save, saveAfterMs)
}

function save(): void {
  const state = store.read()
  if (state) saveDraft(state)
}
