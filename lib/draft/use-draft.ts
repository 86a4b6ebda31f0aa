import { createContext, use, useSyncExternalStore } from 'react'
import type { Catalog } from '../catalog/catalog'
import type { Field, Model } from '../catalog/field'
import { currentDraft, subscribe } from './draft-store'
import { isInvalid, issueFor } from './issues'
import { type DraftState, freshState } from './state'

type ComposerContext = {
  catalog: Catalog
  mode: 'krea' | 'sandbox'
  /** Whether a budget or a pass limits what may be spent here. */
  limited: boolean
  /** Nothing can be sent: the page says why. */
  closed: boolean
  /** It is closed until somebody unlocks it. */
  locked: boolean
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
  limited: false,
  closed: false,
  locked: false,
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

/** The sentence under a field, and whether one of its properties is wrong. */
export function useIssue(field: Field): string | null {
  const model = useModel()
  return useDraft((state) => (model ? issueFor(model, field, state) : null))
}

export function useIsInvalid(field: Field, name: string): boolean {
  const model = useModel()
  return useDraft((state) => model !== undefined && isInvalid(model, field, name, state))
}

/** False where a pass is spent or has ended, or nobody may spend yet. */
export const useCanSpend = (): boolean => !use(CatalogContext).closed

export function useModel(): Model | undefined {
  const { models } = use(CatalogContext).catalog
  const id = useDraft(({ draft }) => draft.model)
  return models.find((model) => model.id === id)
}
