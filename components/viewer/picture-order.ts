import { createStore } from '@/lib/browser/create-store'
import type { Entry } from '@/lib/record/entry'
import { hasPicture } from '@/lib/record/record-state'
import { type PictureGrid, picturesOf } from './picture-grid'

const none: string[] = []
const store = createStore(none)
const sheetStore = createStore<{ grid: PictureGrid; order: string[] } | null>(null)

/** To be called with what the gallery shows: the viewer pages through the same pictures in the same order. */
export function setPictureOrder(entries: Entry[]): void {
  store.write(entries.filter(({ kind }) => hasPicture(kind)).map(({ id }) => id))
}

/** While a sheet lies open, and over it the viewer, its order counts; `null` once both are closed. */
export function setSheetOrder(grid: PictureGrid | null): void {
  sheetStore.write(grid && { grid, order: picturesOf(grid) })
}

export function usePictureOrder(): string[] {
  const order = store.use()
  return sheetStore.use()?.order ?? order
}

/** The rows and columns that the arrows up and down move along; `null` in the gallery. */
export const usePictureGrid = (): PictureGrid | null => sheetStore.use()?.grid ?? null

/** The picture that was opened last: a sheet begins there when one comes back to it. */
export const lastOpenedPicture = createStore<string | null>(null)
