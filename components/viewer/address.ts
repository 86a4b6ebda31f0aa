import { useMemo, useSyncExternalStore } from 'react'

/** What lies over the gallery, as the address tells it: `/?picture=<id>` or `/?compare=<id>,<id>`. */
export type Overlay = { kind: 'picture'; id: string } | { kind: 'compare'; ids: string[] }

const listeners = new Set<() => void>()

export function openPicture(id: string): void {
  const query = `?picture=${encodeURIComponent(id)}`
  if (overlayOf(location.search)?.kind === 'picture') history.replaceState(ours(), '', query)
  else history.pushState({ viewer: true }, '', query)
  announce()
}

/** @param ids two to four */
export function openCompare(ids: string[]): void {
  history.pushState({ viewer: true }, '', `?compare=${ids.map(encodeURIComponent).join(',')}`)
  announce()
}

/** Back to where it was opened from; to the bare page when the address itself was opened. */
export function closeOverlay(): void {
  if (ours()) history.back()
  else {
    history.replaceState(null, '', location.pathname)
    announce()
  }
}

/** Only in the browser, after hydration: the server renders no overlay. */
export function useOverlay(): Overlay | null {
  const search = useSyncExternalStore(
    subscribe,
    () => location.search,
    () => '',
  )
  return useMemo(() => overlayOf(search), [search])
}

function overlayOf(search: string): Overlay | null {
  const query = new URLSearchParams(search)
  const id = query.get('picture')
  if (id) return { kind: 'picture', id }
  const ids = [...new Set(query.get('compare')?.split(',').filter(Boolean))].slice(0, 4)
  return ids.length > 1 ? { kind: 'compare', ids } : null
}

/** The mark of an entry that this page pushed, so that Back leads to the gallery. Next keeps it. */
const ours = () => {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'viewer' in state ? { viewer: true } : null
}

const announce = () => {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}
