import type { Input, Json } from '../catalog/field'

const placeholder = /\{\{\s*([^{}]+?)\s*\}\}/g

/** Replaces each `{{name}}` that has a value; the others stay as they are. */
export function render(text: string, variables: Record<string, string>): string {
  return text.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(variables, name) ? (variables[name] ?? whole) : whole,
  )
}

/** Renders every text of a request, however deep. */
export function renderInput(input: Input, variables: Record<string, string>): Input {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, renderJson(value, variables)]),
  )
}

function renderJson(value: Json, variables: Record<string, string>): Json {
  if (typeof value === 'string') return render(value, variables)
  if (Array.isArray(value)) return value.map((item) => renderJson(item, variables))
  if (typeof value !== 'object' || value === null) return value
  return renderInput(value, variables)
}

/** The names of the `{{variables}}` that a text still holds, each once. */
export function variablesIn(value: Json): string[] {
  const names = new Set<string>()
  for (const [, name] of JSON.stringify(value).matchAll(placeholder)) if (name) names.add(name)
  return [...names]
}

/** Replaces words of a prompt, longest search text first, each place once. */
export function replaceWords(prompt: string, words: Record<string, string>): string {
  const searches = Object.keys(words)
    .filter((search) => search !== '')
    .sort((a, b) => b.length - a.length)
  if (searches.length === 0) return prompt
  const pattern = new RegExp(searches.map(escapeRegExp).join('|'), 'g')
  return prompt.replace(pattern, (found) => words[found] ?? found)
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
