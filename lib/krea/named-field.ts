import 'server-only'

/** Words of every sentence about a request, though some models have a field of that name. */
const ambiguous = new Set(['model', 'image', 'type', 'name'])

/**
 * The field that a sentence of Krea's is about, for rules between fields that no schema states:
 * "thinking_mode ultra needs resolution 2k" is about `thinking_mode`. Quoted names count most, then
 * names with an underscore, then plain ones, then the values that were sent.
 */
export function fieldNamedIn(
  message: string,
  input: Record<string, unknown>,
  fieldNames: string[] = [],
): string | null {
  const names = new Set([...Object.keys(input), ...fieldNames])
  const topOf = (path: string) => path.split(/[.[]/)[0] ?? ''
  const quoted = matches(message, /[`'"“‘]([\w.[\]]+)[`'"”’]/g).find((path) =>
    names.has(topOf(path)),
  )
  if (quoted) return quoted.replaceAll(/\[(\w+)\]/g, '.$1')
  const words = matches(message, /([a-z]\w*)/gi)
  const spoken = [...names].filter((name) => name.includes('_'))
  return (
    words.find((word) => word.includes('_') && names.has(word)) ??
    words.find((word) => names.has(word) && !ambiguous.has(word)) ??
    spoken.find((name) => message.toLowerCase().includes(name.replaceAll('_', ' '))) ??
    fieldWithValue(words, input)
  )
}

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found)

/** A prompt holds any words. Of the others a choice such as `ultra` is told apart by its value. */
function fieldWithValue(words: string[], input: Record<string, unknown>): string | null {
  const choices = Object.entries(input).filter(
    ([name, value]) => typeof value === 'string' && !/prompt|url/.test(name) && value.length > 1,
  )
  for (const word of words) {
    const choice = choices.find(([, value]) => value === word)
    if (choice) return choice[0]
  }
  return null
}
