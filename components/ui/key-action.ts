/** The keys of an action, and its row in the list of keys. Actions with equal rows share one. */
export type Keys = {
  /** Values of `KeyboardEvent.key`; letters in lower case. */
  names: string[]
  shown: string
  description: string
}

/** Something that a key does. `Context` is the part of the page it works on. */
export type KeyAction<Context> = {
  keys?: Keys
  /** Always, if absent. */
  isEnabled?: (context: Context) => boolean
  run: (context: Context) => void
}

export function findKeyAction<Context>(
  actions: readonly KeyAction<Context>[],
  key: string,
  context: Context,
): KeyAction<Context> | undefined {
  const name = key.length === 1 ? key.toLowerCase() : key
  return actions.find(
    ({ keys, isEnabled }) => keys?.names.includes(name) && (isEnabled?.(context) ?? true),
  )
}

/** Rows of the list of keys, each once. */
export function keyRows(
  actions: readonly { keys?: Keys }[],
): Pick<Keys, 'shown' | 'description'>[] {
  const rows = actions.flatMap(({ keys }) => keys ?? [])
  return [...new Map(rows.map((row) => [row.description, row])).values()]
}
