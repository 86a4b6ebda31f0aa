import type { Entry } from '@/lib/record/entry'

/**
 * Leaves the waiting records to the toolbar's queue bar, so that running jobs and pictures come first; shown, they are
 * in the order of the queue.
 * @param queue ids of the waiting records, the next one first
 */
export function foldQueue(entries: Entry[], isShown: boolean, queue: string[]): Entry[] {
  const others = entries.filter(({ kind }) => kind !== 'waiting')
  if (!isShown && others.length > 0) return others
  const position = new Map(queue.map((id, index) => [id, index]))
  const place = ({ id }: Entry) => position.get(id) ?? queue.length
  const waiting = entries.filter(({ kind }) => kind === 'waiting')
  return [...waiting.toSorted((a, b) => place(a) - place(b)), ...others]
}
