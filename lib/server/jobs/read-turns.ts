import 'server-only'

/** A page of Krea's newest jobs, an older page, or one job that is known here or not. */
export const readKinds = ['known', 'page', 'older', 'unknown'] as const

export type ReadKind = (typeof readKinds)[number]

const maxAskers = 10_000

/** Whose read is next: kinds of reads take turns, and so do askers. */
export function createReadTurns() {
  let turn = 0
  const lastOfKind = new Map<string, number>()
  const lastOfAsker = new Map<string, number>()

  return {
    /** Of the kinds with something to read, the one whose last turn is longest ago. */
    nextKind(isDue: (kind: ReadKind) => boolean): ReadKind | null {
      const kind = longestAgo(readKinds.filter(isDue), lastOfKind, (one) => one)
      if (kind !== null) lastOfKind.set(kind, ++turn)
      return kind
    },

    /** The first of the asker whose last turn is longest ago; none of none. */
    first<W extends { asker: string }>(waiters: W[]): W[] {
      const waiter = longestAgo(waiters, lastOfAsker, ({ asker }) => asker)
      if (waiter === null) return []
      // Newcomers come first anyway.
      if (lastOfAsker.size >= maxAskers) lastOfAsker.clear()
      lastOfAsker.set(waiter.asker, ++turn)
      return [waiter]
    },
  }
}

function longestAgo<T>(all: T[], last: Map<string, number>, nameOf: (one: T) => string): T | null {
  let found: { one: T; at: number } | null = null
  for (const one of all) {
    const at = last.get(nameOf(one)) ?? 0
    if (found === null || at < found.at) found = { one, at }
  }
  return found?.one ?? null
}
