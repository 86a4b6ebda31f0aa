import { createStore } from '../browser/create-store'
import type { Model } from '../catalog/field'
import { selectStartModel } from './field-roles'
import { readSavedDraft, saveDraft } from './saved-draft'
import { type DraftState, freshState, normalizeDraft } from './state'

const saveAfterMs = 300

type Edit = (now: DraftState) => DraftState

/** `null` until the draft is opened. Only the browser writes it: on the server, visitors share modules. */
const store = createStore<DraftState | null>(null)
export const { read: currentDraft, subscribe } = store

let models: Model[] = []
let saving: ReturnType<typeof setTimeout> | undefined
/** Edits made before the draft opened or its link was read; they are repeated on both. */
let pendingEdits: Edit[] | null = []
let opening = Promise.resolve(true)

/**
 * Call it after hydration: a link beats the saved draft, which beats a fresh one. Called again with a
 * newer catalog, it adapts the draft.
 */
export function openDraft(catalog: Model[], address: Pick<Location, 'search' | 'hash'>): void {
  models = catalog
  const opened = store.read()
  if (opened) {
    adaptToCatalog().catch(() => undefined)
    return
  }
  const first = startModel()
  if (!first) return
  const saved = savedState(first)
  const query = linkIn(address)
  const linkedModel = query && modelOf(query.get('model') ?? '')
  addEventListener('pagehide', save)
  // The model of a link is shown at once; its values follow when the code that reads them has come.
  store.write(
    linkedModel
      ? { ...saved, draft: normalizeDraft(linkedModel, freshState(linkedModel).draft, Math.random) }
      : saved,
  )
  pendingEdits?.forEach(apply)
  const isGone = modelOf(getDraftState().draft.model) === undefined
  opening = (isGone ? adaptToCatalog() : Promise.resolve())
    .then(() => query && openLink(query))
    .then(
      () => true,
      () => {
        apply(() => ({ ...saved, notes: [linkNotLoaded] }))
        pendingEdits?.forEach(apply)
        return false
      },
    )
    .finally(() => {
      pendingEdits = null
      opening = Promise.resolve(true)
    })
}

function savedState(first: Model): DraftState {
  const saved = { ...freshState(first), ...readSavedDraft() }
  const model = modelOf(saved.draft.model)
  return model ? { ...saved, draft: normalizeDraft(model, saved.draft, Math.random) } : saved
}

/** Fits the draft to a catalog that lost its model or its fields; the code for that is seldom needed. */
async function adaptToCatalog(): Promise<void> {
  const { reconcile } = await import('./reconcile')
  const now = getDraftState()
  const next = reconcile(now, models, Math.random)
  if (next !== now) apply(() => next)
}

/** The settings in an address: in its query, or after the `#` where they are too long for that. */
function linkIn({ search, hash }: Pick<Location, 'search' | 'hash'>): URLSearchParams | null {
  const candidates = [new URLSearchParams(hash.slice(1)), new URLSearchParams(search)]
  return candidates.find((query) => query.has('model') || query.has('prompt')) ?? null
}

const linkNotLoaded =
  'A part of this page could not be fetched, so the settings of the link are not here. Reload to try again.'

/** Resolves once the form shows what the page was opened with: `false` when its link could not be read. */
export const whenDraftOpens = (): Promise<boolean> => opening

/** Takes a link in once: it leaves the address, or a reload would bring it back over later work. */
async function openLink(query: URLSearchParams): Promise<void> {
  const [{ fromLink }, { leaveLink }] = await Promise.all([
    import('./link/link'),
    import('./link/leave-link'),
  ])
  const linked = fromLink(query, models)
  const model = linked && modelOf(linked.draft.model)
  if (!model) return
  apply((now) => ({
    ...now,
    draft: normalizeDraft(model, linked.draft, Math.random),
    notes: linked.problems,
  }))
  pendingEdits?.forEach(apply)
  save()
  leaveLink()
}

/** The state outside of rendering, for event handlers. */
export const getDraftState = (): DraftState => store.read() ?? freshState(startModel())

export const modelOf = (id: string): Model | undefined => models.find((model) => model.id === id)

export const startModel = (): Model | undefined => selectStartModel(models)

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
