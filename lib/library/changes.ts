import type { StateKind } from '../record/record-state'

/** `full` once a write was refused for lack of space; `waiting`: ids of the pictures that were refused. */
export type StorageState = { full: boolean; waiting: string[] }

/** `from` is null for a new record, `to` for a removed one, whose `from` nobody looked up. */
export type RecordChange = { id: string; from: StateKind | null; to: StateKind | null }

export type Change =
  /** `entriesChanged`: the grid, which is laid out from the entries, has to be laid out again. */
  | { kind: 'records'; records: RecordChange[]; entriesChanged: boolean }
  | { kind: 'boards' }
  | { kind: 'experiments'; id: string }
  | { kind: 'storage'; state: StorageState }

type Listener = (change: Change) => void

/** Changes of the library. Those of other tabs arrive over the channel, and look like those of this tab. */
export function createChanges(channel: BroadcastChannel | null) {
  const listeners = new Set<Listener>()

  const notify = (change: Change) => {
    for (const listener of listeners) listener(change)
  }

  /** Notifies every tab. To be called once the change is written. */
  function emit(change: Change): void {
    notify(change)
    channel?.postMessage(change)
  }

  /** @returns how to unsubscribe */
  function subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  channel?.addEventListener('message', ({ data }: MessageEvent<Change>) => notify(data))
  return { emit, subscribe }
}

export const changes = createChanges(
  typeof document === 'undefined' ? null : new BroadcastChannel('krea-playground:library'),
)
