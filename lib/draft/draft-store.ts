import type { Model } from '../catalog/field'
import { reconcile, removedModelSentence } from './reconcile'
import { keepDraft, readSavedDraft } from './saved-draft'
import { type DraftState, freshState, settled, withModel } from './state'

const saveAfterMs = 300

let models: Model[] = []
let state: DraftState | null = null
let saving: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
/** Made before the draft they belong to was there: made again on the saved one, and on what a link brings. */
let early: Change[] | null = []
let opening = Promise.resolve(true)

type Change = (now: DraftState) => DraftState

/**
 * To be called once the page is hydrated: a link beats the saved draft, which beats a fresh one. Called
 * again with a newer catalog, the draft follows it.
 */
export function openDraft(catalog: Model[], search: string): void {
  models = catalog
  if (state) {
    const next = reconcile(state, models, Math.random)
    if (next !== state) apply(() => next)
    return
  }
  const [first] = models
  if (!first) return
  const saved = { ...freshState(first), ...readSavedDraft() }
  const model = modelOf(saved.draft.model)
  state = model
    ? { ...saved, draft: settled(model, saved.draft, Math.random) }
    : {
        ...withModel(saved, null, first, Math.random),
        notes: [removedModelSentence(saved.draft.model, first)],
      }
  addEventListener('pagehide', save)
  for (const listener of listeners) listener()
  early?.forEach(apply)
  const linked = new URLSearchParams(search).size > 0 ? openLink(search) : Promise.resolve()
  opening = linked
    .then(
      () => true,
      () => {
        apply((now) => ({ ...now, notes: [linkNotRead] }))
        return false
      },
    )
    .finally(() => {
      early = null
      opening = Promise.resolve(true)
    })
}

const linkNotRead =
  'A part of this page could not be fetched, so the settings of the link are not here. Reload to try again.'

/**
 * Settles once the form shows what the page was opened with; before, a click would not mean what it says.
 * `false` to whoever waited for a link that then could not be read.
 */
export const draftOpened = (): Promise<boolean> => opening

async function openLink(search: string): Promise<void> {
  const { fromLink } = await import('./link')
  const linked = fromLink(search, models)
  const model = linked && modelOf(linked.draft.model)
  if (!model) return
  apply((now) => ({
    ...now,
    draft: settled(model, linked.draft, Math.random),
    notes: linked.problems,
  }))
  early?.forEach(apply)
}

/** `null` until it is opened. */
export const heldDraft = (): DraftState | null => state

/** The state outside of rendering: for a click. */
export const readDraft = (): DraftState => state ?? freshState(models[0])

export const modelOf = (id: string): Model | undefined => models.find((model) => model.id === id)

export const firstModel = (): Model | undefined => models[0]

/** A change by a person, or by what became of their click. */
export function update(change: Change): void {
  early?.push(change)
  if (state) apply(change)
}

/** Only ever called in the browser: on the server this module is shared between visitors. */
function apply(change: Change): void {
  state = change(readDraft())
  for (const listener of listeners) listener()
  clearTimeout(saving)
  saving = setTimeout(save, saveAfterMs)
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function save(): void {
  if (state) keepDraft(state)
}
