import 'server-only'

/** A JSON object with own members only, or null for anything else. */
export function plainObject(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return Object.assign(Object.create(null), value)
}

export const memberOf = (value: unknown, name: string): unknown => plainObject(value)?.[name]

const maxSentence = 500

export const sentence = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, maxSentence) : null
