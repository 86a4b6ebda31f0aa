/** More pictures than this need a confirmation. */
export const maxUnconfirmed = 8

/** One prompt per line; blank lines are skipped. */
export const promptLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** The prompts that contain every word, without duplicates, in their order. */
export function findPrompts(prompts: string[], text: string): string[] {
  const words = text.toLowerCase().split(/\s+/)
  return [...new Set(prompts)].filter((prompt) => {
    const haystack = prompt.toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}
