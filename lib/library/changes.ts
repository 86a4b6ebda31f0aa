import { mutate } from 'swr'
import { galleryChannel } from './channel'

/** Records that changed; `listed` when their entries did too, which the grid is laid out from. */
type Change = { ids: string[]; listed: boolean }

export const entriesKey = 'entries'
export const openRecordsKey = 'open-records'
export const deletedKey = 'deleted'
export const boardsKey = 'boards'

const stale = new Set<string>()
const listeners = new Set<(ids: string[]) => void>()

const channel = galleryChannel()

channel?.addEventListener('message', ({ data }: MessageEvent<Change | 'boards'>) =>
  data === 'boards' ? void mutate(boardsKey) : refresh(data),
)

/** Tells this tab and the others that records have changed; the store itself is already written. */
export function announceChange(ids: string[], listed = true): void {
  refresh({ ids, listed })
  channel?.postMessage({ ids, listed } satisfies Change)
}

export function announceBoards(): void {
  void mutate(boardsKey)
  channel?.postMessage('boards')
}

/** The ids whose entries changed since this was last asked. */
export function drainChanged(): string[] {
  const ids = [...stale]
  stale.clear()
  return ids
}

/** Tells of every record that changes, in this tab or another. For as long as the page lives. */
export function onChange(listener: (ids: string[]) => void): void {
  listeners.add(listener)
}

function refresh({ ids, listed }: Change): void {
  for (const tell of listeners) tell(ids)
  void mutate(openRecordsKey)
  if (!listed) return
  for (const id of ids) stale.add(id)
  void mutate(entriesKey)
  void mutate(deletedKey)
}
