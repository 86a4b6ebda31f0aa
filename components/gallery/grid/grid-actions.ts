import type { KeyAction } from '@/components/ui/key-action'
import { toggleFavourites } from '@/lib/library/favourite'
import type { Entry } from '@/lib/record/entry'
import { hasPicture, isSaved } from '@/lib/record/record-state'
import type { TileAction } from '../tiles/tile'
import type { TileBox } from './layout'

/** What a key works on while a tile, or a control inside it, has the focus. */
export type GridContext = {
  entry: Entry
  /** Every selected entry if this one is selected; else only this one. */
  entries: Entry[]
  /** The tile that an arrow key leads to. */
  target: TileBox | undefined
  shiftKey: boolean
  /** The tile itself has the focus, not a control inside it. */
  isTileFocused: boolean
  onTileAction: (id: string, action: TileAction) => void
  move: (to: TileBox) => void
  extendSelection: (to: TileBox) => void
  remove: () => void
  download: (ids: string[]) => void
  compare: (ids: string[]) => void
}

const maxCompared = 4

const picturesIn = (entries: Entry[]): string[] =>
  entries.filter(({ kind }) => hasPicture(kind)).map(({ id }) => id)

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

/** Every key of the grid. The first enabled action of a key runs. */
export const gridActions: KeyAction<GridContext>[] = [
  {
    keys: {
      names: [...arrows, 'Home', 'End'],
      shown: '← ↑ → ↓',
      description: 'Move from picture to picture',
    },
    isEnabled: ({ target, shiftKey }) => target !== undefined && !shiftKey,
    run: ({ target, move }) => target && move(target),
  },
  {
    keys: { names: ['Enter'], shown: 'Enter', description: 'Open' },
    isEnabled: ({ isTileFocused, entry }) => isTileFocused && hasPicture(entry.kind),
    run: ({ onTileAction, entry }) => onTileAction(entry.id, 'open'),
  },
  {
    keys: { names: [' '], shown: 'Space', description: 'Select' },
    isEnabled: ({ isTileFocused }) => isTileFocused,
    run: ({ onTileAction, entry, shiftKey }) =>
      onTileAction(entry.id, shiftKey ? 'extend' : 'toggle'),
  },
  {
    keys: {
      names: [...arrows, 'Home', 'End'],
      shown: '⇧ with arrows',
      description: 'Select more',
    },
    isEnabled: ({ target, shiftKey }) => target !== undefined && shiftKey,
    run: ({ target, extendSelection }) => target && extendSelection(target),
  },
  {
    keys: { names: ['f'], shown: 'F', description: 'Favourite' },
    run: ({ entries }) => void toggleFavourites(entries),
  },
  {
    keys: { names: ['d'], shown: 'D', description: 'Download' },
    isEnabled: ({ entries }) => entries.some(({ kind }) => hasPicture(kind)),
    run: ({ entries, download }) => download(picturesIn(entries)),
  },
  {
    keys: { names: ['c'], shown: 'C', description: 'Compare' },
    isEnabled: ({ entry, entries }) =>
      isSaved(entry.kind) && picturesIn(entries).length <= maxCompared,
    run: ({ entries, compare }) => compare(picturesIn(entries)),
  },
  {
    keys: { names: ['Delete', 'Backspace'], shown: 'Del', description: 'Delete' },
    run: ({ remove }) => remove(),
  },
]
