import { createStore } from '@/lib/browser/create-store'

/** How many requests of the form the budget still pays for; `null` where nothing limits it. */
const store = createStore<number | null>(null)

export const { write: setAffordable, use: useAffordable } = store

/** Of a batch that does not fit, only the part that fits is sent. With nothing left, the server says why. */
export function affordableCount(count: number): number {
  const affordable = store.read()
  return affordable === null || affordable === 0 ? count : Math.min(count, affordable)
}
