import { createStore } from '@/lib/browser/create-store'
import type { Entry } from '@/lib/record/entry'
import { hasPicture } from '@/lib/record/record-state'

const none: string[] = []
const store = createStore(none)

/** To be called with what the grid shows: the viewer pages through the same pictures in the same order. */
export function setPictureOrder(entries: Entry[]): void {
  store.write(entries.filter(({ kind }) => hasPicture(kind)).map(({ id }) => id))
}

export const usePictureOrder = store.use
