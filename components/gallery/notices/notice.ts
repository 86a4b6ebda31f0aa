import { createStore } from '@/lib/browser/create-store'

export type Notice = { sentence: string; at: number }

const store = createStore<Notice | undefined>(undefined)

/** Shows a sentence at the foot of the page for a while; a later one replaces it. */
export const showNotice = (sentence: string): void => store.write({ sentence, at: Date.now() })

export const dismissNotice = (): void => store.write(undefined)

export const useNotice = store.use
