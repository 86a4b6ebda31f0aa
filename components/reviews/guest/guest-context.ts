import { createContext, useContext } from 'react'
import type { GuestView } from '@/lib/contract/reviews/guest-view'
import type { GuestActions } from './session/guest-actions'

export type GuestContextValue = {
  secret: string
  view: GuestView
  actions: GuestActions
  /** Runs what a guest wants to do; whoever has no name yet is asked for it first. */
  asGuest: (run: () => unknown) => void
  /** Picks or unpicks; at the limit it says so instead. */
  togglePick: (pictureId: string) => void
  rate: (pictureId: string, rating: number | null) => void
  /** Why something was not done; empty if nothing is to be said. */
  problem: string
  dismissProblem: () => void
  /** Undefined while there is nothing to undo. */
  undo: (() => void) | undefined
}

export const GuestContext = createContext<GuestContextValue | null>(null)

export function useGuest(): GuestContextValue {
  const value = useContext(GuestContext)
  if (!value) throw new Error('useGuest is for the parts of a guest’s page')
  return value
}
