import type { GalleryRecord } from './record'

export type StateKind = GalleryRecord['state']['kind']

type Traits = {
  /** The engine still has to do something for it. */
  open: boolean
  /** Krea may be working for it, and charge for it. */
  inFlight: boolean
  /** Where its finished picture is. */
  picture: 'none' | 'at-krea' | 'saved'
}

/** Every state of a record, in the order of its life. */
const traits = {
  waiting: { open: true, inFlight: false, picture: 'none' },
  submitting: { open: true, inFlight: true, picture: 'none' },
  running: { open: true, inFlight: true, picture: 'none' },
  saving: { open: true, inFlight: false, picture: 'at-krea' },
  done: { open: false, inFlight: false, picture: 'saved' },
  failed: { open: false, inFlight: false, picture: 'none' },
  cancelled: { open: false, inFlight: false, picture: 'none' },
} satisfies Record<StateKind, Traits>

const traitsOf = (kind: StateKind): Traits => traits[kind]

/** Its picture is finished, though its bytes may still be on their way. */
export const hasPicture = (kind: StateKind): boolean => traitsOf(kind).picture !== 'none'

/** This browser keeps its picture. */
export const isSaved = (kind: StateKind): boolean => traitsOf(kind).picture === 'saved'

export const isOpen = (kind: StateKind): boolean => traitsOf(kind).open

export const isInFlight = (kind: StateKind): boolean => traitsOf(kind).inFlight

/** The states that `isOpen` is true for, as the library's index has them. */
export const openKinds: string[] = Object.entries<Traits>(traits).flatMap(([kind, { open }]) =>
  open ? kind : [],
)
