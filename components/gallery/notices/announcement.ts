import { createStore } from '@/lib/browser/create-store'

export type Announcement = { id: number; sentence: string }

/** As many jobs as one browser may have in flight: all of them may end at once. */
const max = 100

const store = createStore<Announcement[]>([])

/** Has a sentence read out to people who do not see the tiles. */
export function announce(sentence: string): void {
  const id = (store.read().at(-1)?.id ?? 0) + 1
  store.write([...store.read(), { id, sentence }].slice(-max))
}

export const useAnnouncements = store.use
