/** A fault to plant: `find` stands once in `file` after `at`, if given; `tests` are filters that ought to notice. */
export type Mutant = {
  room: string
  id: string
  file: string
  find: string
  replace: string
  /** Where `find` begins, in UTF-16 units; without it, `find` stands once in the file. */
  at?: number
  tests: string[]
}

/** The text with its fault; null where the code has changed. */
export function withFault(text: string, { find, replace, at }: Mutant): string | null {
  const start = at ?? text.indexOf(find)
  const isThere = text.startsWith(find, start) && start >= 0
  const isOnce = at !== undefined || text.indexOf(find, start + 1) < 0
  return isThere && isOnce ? text.slice(0, start) + replace + text.slice(start + find.length) : null
}
