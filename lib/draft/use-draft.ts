import { createContext, use, useSyncExternalStore } from 'react'
import type { Catalog } from '../catalog/catalog'
import type { Field, Model } from '../catalog/field'
import { currentDraft, subscribe } from './draft-store'
import type * as Issues from './issues'
import { type DraftState, freshState } from './state'

type ComposerContext = {
  catalog: Catalog
  mode: 'krea' | 'sandbox'
  /** Whether a budget or a pass limits what may be spent here. */
  hasBudget: boolean
  /** Nothing can be sent: the page says why. */
  cannotSend: boolean
  /** Nothing is sent until somebody unlocks it. */
  isLocked: boolean
  initial: DraftState
}

/** The catalog of the page and the draft that the server rendered with it. */
export const CatalogContext = createContext<ComposerContext>({
  catalog: {
    models: [],
    skipped: [],
    source: 'bundled',
    fetchedAt: null,
    problem: null,
    changes: [],
  },
  mode: 'krea',
  hasBudget: false,
  cannotSend: false,
  isLocked: false,
  initial: freshState(undefined),
})

/** Selects from the draft; renders again only when the selected value changes. */
export function useDraft<T>(select: (state: DraftState) => T): T {
  const { initial } = use(CatalogContext)
  return useSyncExternalStore(
    subscribe,
    () => select(currentDraft() ?? initial),
    () => select(initial),
  )
}

/** A page that nobody touches does without the check of a draft. */
let issues: typeof Issues | null = null

/** To be called with all of `issues.ts`, once its code is here. */
export function setIssues(loaded: typeof Issues): void {
  issues = loaded
}

/** The sentence under a field. */
export function useIssue(field: Field): string | null {
  const model = useModel()
  return useDraft((state) => (model && issues?.issueFor(model, field, state)) ?? null)
}

/** Whether one of a field's properties is wrong. */
export function useIsInvalid(field: Field, name: string): boolean {
  const model = useModel()
  return useDraft((state) => (model && issues?.isInvalid(model, field, name, state)) ?? false)
}

export const useHasIssue = (model: Model, fields: Field[]): boolean =>
  useDraft((state) =>
    fields.some((field) => (issues?.issueFor(model, field, state) ?? null) !== null),
  )

/** False where a pass is spent or has ended, or nobody may spend yet. */
export const useCanSpend = (): boolean => !use(CatalogContext).cannotSend

export function useModel(): Model | undefined {
  const { models } = use(CatalogContext).catalog
  const id = useDraft(({ draft }) => draft.model)
  return models.find((model) => model.id === id)
}
