/** More pictures than this are asked about before they are made. */
export const maxUnasked = 8

/** One prompt a line; blank lines are none. */
export const promptLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** The prompts that hold every word, each once, in their order. */
export function findPrompts(prompts: string[], text: string): string[] {
  const words = text.toLowerCase().split(/\s+/)
  return [...new Set(prompts)].filter((prompt) => {
    const haystack = prompt.toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}
