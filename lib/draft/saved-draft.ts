import type { Input, Json } from '../catalog/field'
import type { DraftState } from './state'

const storageKey = 'krea-playground:draft'

/** Storage may be full or forbidden: then a reload starts afresh, and nothing else breaks. */
export function keepDraft({ draft, parked, seedLocked, count, prompts }: DraftState): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ draft, parked, seedLocked, count, prompts }))
  } catch {}
}

/**
 * What a reload finds. Anything unreadable falls back to a fresh draft. Read by hand: it is needed
 * before the first paint, and zod would be a tenth of all that the page loads.
 */
export function readSavedDraft(): Partial<DraftState> {
  const saved = objectOf(readJson())
  const draft = objectOf(saved?.draft)
  const input = objectOf(draft?.input)
  if (!saved || typeof draft?.model !== 'string' || !input) return {}
  const { count, prompts } = saved
  return {
    draft: { model: draft.model, input },
    parked: objectOf(saved.parked) ?? {},
    seedLocked: saved.seedLocked === true,
    count: typeof count === 'number' && [1, 2, 3, 4, 5, 6, 7, 8].includes(count) ? count : 1,
    prompts: Array.isArray(prompts) ? prompts.filter((prompt) => typeof prompt === 'string') : [],
  }
}

function readJson(): Json | undefined {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? 'null')
  } catch {
    return undefined
  }
}

const objectOf = (value: Json | undefined): Input | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
