import type { Shown } from '@/lib/contract/reviews/guest-view'

/** The data of a `shown` event; null if it is none. By hand: a schema would cost more than all else of the guest's page. */
export function parseShown(data: string): Shown | null {
  const value = readJson(data)
  if (typeof value !== 'object' || value === null) return null
  if (!('pictureId' in value && 'revision' in value)) return null
  const { pictureId, revision } = value
  const isShown = pictureId === null || typeof pictureId === 'string'
  return isShown && typeof revision === 'number' ? { pictureId, revision } : null
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
