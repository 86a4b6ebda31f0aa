import { createStore } from '@/lib/browser/create-store'

const store = createStore('')

/** Has a sentence read out to people who do not see the tiles. */
export const announce = store.write

export const useAnnouncement = store.use
