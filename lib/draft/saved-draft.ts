import type { Input, Json } from '../catalog/field'
import type { DraftState } from './state'

const storageKey = 'krea-playground:draft'

/** Where storage is full or forbidden, a reload starts with a fresh draft. */
export function saveDraft({
  draft,
  unusedValues: parked,
  seedLocked,
  count,
  prompts,
}: DraftState): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ draft, parked, seedLocked, count, prompts }))
  } catch {}
}

/**
 * The draft before a reload; an unreadable one gives none. Parsed by hand: it is needed before the
 * first paint, and zod would be a tenth of the first load.
 */
export function readSavedDraft(): Partial<DraftState> {
  const saved = objectOf(readJson())
  const draft = objectOf(saved?.draft)
  const input = objectOf(draft?.input)
  if (!saved || typeof draft?.model !== 'string' || !input) return {}
  const { count, prompts } = saved
  return {
    draft: { model: draft.model, input },
    unusedValues: objectOf(saved.parked) ?? {},
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
