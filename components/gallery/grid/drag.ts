import { createStore } from '@/lib/browser/create-store'

/** The dragged records, and where the drag began, in px of the window. */
export type Drag = { ids: string[]; x: number; y: number }

const store = createStore<Drag | null>(null)

export const setDrag = store.write
export const useDrag = store.use
