import { useMemo } from 'react'
import { createStore } from '@/lib/browser/create-store'

/**
 * The dialog over the gallery that the address asks for: `/?picture=<id>`, `/?compare=<id>,<id>`,
 * `/?experiment=<id of an experiment of this browser, or a definition>`, or `/?present=<id, or nothing>`.
 */
export type OverlayAddress =
  | { kind: 'picture'; id: string }
  | { kind: 'compare'; ids: string[] }
  | { kind: 'experiment'; value: string }
  | { kind: 'presentation'; id: string | null }

const searchStore = createStore('', (write) => {
  const update = () => write(location.search)
  update()
  addEventListener('popstate', update)
  return () => removeEventListener('popstate', update)
})

const notify = () => searchStore.write(location.search)

function wentBack(): void {
  isGoingBack = false
}

export function openPicture(id: string): void {
  const query = `?picture=${encodeURIComponent(id)}`
  const isOpen = parseAddress(location.search)?.kind === 'picture'
  if (isOpen) history.replaceState(pushedState(), '', query)
  else history.pushState({ viewer: true }, '', query)
  notify()
}

/** @param ids two to four */
export function openCompare(ids: string[]): void {
  history.pushState({ viewer: true }, '', `?compare=${ids.map(encodeURIComponent).join(',')}`)
  notify()
}

/** Opens an experiment; one that is open already changes its address only. */
export function openExperiment(value: string): void {
  const query = `?experiment=${value}`
  const isOpen = parseAddress(location.search)?.kind === 'experiment'
  if (isOpen) history.replaceState(pushedState(), '', query)
  else history.pushState({ viewer: true }, '', query)
  notify()
}

/** Presents a picture, or the whole gallery; while presenting only the address changes. */
export function openPresentation(id: string | null): void {
  const query = `?present=${encodeURIComponent(id ?? '')}`
  const isOpen = parseAddress(location.search)?.kind === 'presentation'
  if (isOpen) history.replaceState(pushedState(), '', query)
  else history.pushState({ viewer: true }, '', query)
  notify()
}

/** Between a call of `history.back()` and its end: another one would leave the page. */
let isGoingBack = false

/** Goes back in history, or to the bare page if the visit began at this address. */
export function closeOverlay(): void {
  if (isGoingBack) return
  if (pushedState()) {
    isGoingBack = true
    addEventListener('popstate', wentBack, { once: true })
    history.back()
  } else {
    history.replaceState(null, '', location.pathname)
    notify()
  }
}

/** Null on the server and during hydration. */
export function useOverlayAddress(): OverlayAddress | null {
  const search = searchStore.use()
  return useMemo(() => parseAddress(search), [search])
}

/** What the address asks for now. */
export const readOverlayAddress = (): OverlayAddress | null => parseAddress(location.search)

function parseAddress(search: string): OverlayAddress | null {
  const query = new URLSearchParams(search)
  const id = query.get('picture')
  if (id) return { kind: 'picture', id }
  const experiment = query.get('experiment')
  if (experiment) return { kind: 'experiment', value: experiment }
  const presented = query.get('present')
  if (presented !== null) return { kind: 'presentation', id: presented || null }
  const ids = [...new Set(query.get('compare')?.split(',').filter(Boolean))].slice(0, 4)
  return ids.length > 1 ? { kind: 'compare', ids } : null
}

/** The mark of a history entry that this page pushed, which Next preserves; null for any other entry. */
const pushedState = () => {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'viewer' in state ? { viewer: true } : null
}
