import { createContext, use, useSyncExternalStore } from 'react'
import type { Catalogue } from '../catalog/catalogue'
import { type Input, type Json, type Model, propertiesOf } from '../catalog/field'
import type { FieldIssue } from '../errors'
import { followed, goneWords } from './draft-follow'
import { addedPicture } from './draft-pictures'
import {
  type Draft,
  type DraftState,
  freshState,
  settled,
  withModel,
  withSeed,
} from './draft-state'
import { keepDraft, readSavedDraft } from './saved-draft'

const saveAfterMs = 300

let models: Model[] = []
let state: DraftState | null = null
let saving: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
/** Made before the draft they belong to was there: made again on the saved one, and on what a link brings. */
let early: Change[] | null = []
let opening: Promise<void> | null = null

type Change = (now: DraftState) => DraftState

type Surroundings = {
  catalogue: Catalogue
  mode: 'krea' | 'sandbox'
  /** Whether a budget or a pass limits what may be spent here. */
  limited: boolean
  initial: DraftState
}

/** The catalogue of the page and the draft that the server rendered with it. */
export const CatalogueContext = createContext<Surroundings>({
  catalogue: { models: [], source: 'bundled', fetchedAt: null, problem: null, changes: [] },
  mode: 'krea',
  limited: false,
  initial: freshState(undefined),
})

/** Selects from the draft; renders again only when what is selected is another value. */
export function useDraft<T>(select: (state: DraftState) => T): T {
  const { initial } = use(CatalogueContext)
  return useSyncExternalStore(
    subscribe,
    () => select(state ?? initial),
    () => select(initial),
  )
}

export function useModel(): Model | undefined {
  const { models } = use(CatalogueContext).catalogue
  const id = useDraft(({ draft }) => draft.model)
  return models.find((model) => model.id === id)
}

/**
 * To be called once the page is hydrated: a link beats the saved draft, which beats a fresh one. Called
 * again with a newer catalogue, the draft follows it.
 */
export function openDraft(catalogue: Model[], search: string): void {
  models = catalogue
  if (state) {
    const next = followed(state, models, Math.random)
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
        notes: [goneWords(saved.draft.model, first)],
      }
  addEventListener('pagehide', save)
  for (const listener of listeners) listener()
  early?.forEach(apply)
  const linked = new URLSearchParams(search).size > 0 ? openLink(search) : Promise.resolve()
  opening = linked
    .catch(() => apply((now) => ({ ...now, notes: [linkNotRead] })))
    .finally(() => {
      early = null
    })
}

const linkNotRead =
  'A part of this page could not be fetched, so the settings of the link are not here. Reload to try again.'

/** Settles once the form shows what the page was opened with: before, a click would not mean what it says. */
export const draftOpened = (): Promise<void> => opening ?? Promise.resolve()

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

/** The state outside of rendering: for a click. */
export const readDraft = (): DraftState => state ?? freshState(models[0])

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
  update((now) =>
    now.draft.model === to.id
      ? now
      : withModel(now, modelOf(now.draft.model) ?? null, to, Math.random),
  )
}

/** Another request takes the form's place, as it was sent; or what fits of it, if its model is gone. */
export function replaceDraft(draft: Draft): void {
  update((now) => {
    const model = modelOf(draft.model)
    const next = { ...now, draft, notes: [], checking: false, refused: null }
    if (model) return { ...next, draft: settled(model, draft, Math.random) }
    const stay = modelOf(now.draft.model) ?? models[0]
    return stay
      ? { ...withModel(next, null, stay, Math.random), notes: [goneWords(draft.model, stay)] }
      : next
  })
}

/**
 * Puts a picture into the model’s first picture field; `false` when the model takes none.
 * @public
 */
export function addPicture(url: string): boolean {
  const { draft } = readDraft()
  const model = modelOf(draft.model)
  const input = model && addedPicture(model, draft.input, url)
  if (!input) return false
  setInput(() => input)
  return true
}

export function resetDraft(): void {
  update((now) => {
    const model = modelOf(now.draft.model) ?? models[0]
    const { draft, ...fresh } = freshState(model)
    const input = model ? withSeed(model, draft.input, Math.random) : draft.input
    return { ...fresh, prompts: now.prompts, draft: { ...draft, input } }
  })
}

export const setCount = (count: number) => update((now) => ({ ...now, count }))
export const lockSeed = (seedLocked: boolean) => update((now) => ({ ...now, seedLocked }))
export const dismissNotes = () => update((now) => ({ ...now, notes: [] }))
export const startChecking = () => update((now) => ({ ...now, checking: true }))

/** What the server refused goes to its fields; what belongs to none is said above them. */
export function refuse(model: Model, input: Input, fields: FieldIssue[]): void {
  const known = new Set(model.fields.flatMap(propertiesOf))
  const homeless = fields.filter(({ path }) => !known.has(path.split('.')[0] ?? path))
  update((now) => ({
    ...now,
    refused: { input, fields },
    notes: homeless.map(({ message }) => message),
  }))
}

export function rememberPrompt(prompt: string): void {
  update((now) => ({
    ...now,
    checking: false,
    prompts: [prompt, ...now.prompts.filter((other) => other !== prompt)].slice(0, 50),
  }))
}

const modelOf = (id: string) => models.find((model) => model.id === id)

function setInput(change: (input: Input) => Input): void {
  update((now) => ({ ...now, draft: { ...now.draft, input: change(now.draft.input) } }))
}

function update(change: Change): void {
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

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function save(): void {
  if (state) keepDraft(state)
}
