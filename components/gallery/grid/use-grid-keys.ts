import type { KeyboardEvent } from 'react'
import type { Box } from '@/components/gallery/grid/layout'
import { neighbour } from '@/components/gallery/grid/neighbour'
import { deleteRecords } from '@/lib/library/deletion'
import { toggleFavourites } from '@/lib/library/favourite'
import type { Entry } from '@/lib/record/entry'
import type { Pick } from '../tiles/tile'

type Surroundings = {
  entries: Entry[]
  boxes: Box[]
  chosen: Entry[]
  focusOn: (box: Box) => void
  onPick: (id: string, how: Pick) => void
}

/** What keys do while a tile has the focus. Those with Ctrl, Alt or ⌘ are not ours. */
export function useGridKeys({ entries, boxes, chosen, focusOn, onPick }: Surroundings) {
  return (event: KeyboardEvent) => {
    const { target, key, shiftKey } = event
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return
    const id = target.closest<HTMLElement>('[data-tile]')?.dataset.tile
    const entry = entries.find((one) => one.id === id)
    if (!entry || target.closest('dialog')) return

    const isOnTile = target.dataset.tile !== undefined
    const many = chosen.includes(entry) ? chosen : [entry]
    const keys: Record<string, (() => void) | false> = {
      Enter: isOnTile && (() => isPicture(entry) && onPick(entry.id, 'open')),
      ' ': isOnTile && (() => onPick(entry.id, shiftKey ? 'extend' : 'toggle')),
      f: () => void toggleFavourites(many),
      F: () => void toggleFavourites(many),
      Delete: () => remove(entry, many),
      Backspace: () => remove(entry, many),
    }
    const to = neighbour(boxes, entry.id, key)
    const act = to ? () => move(entry, to, shiftKey) : keys[key]
    if (!act) return
    event.preventDefault()
    act()
  }

  function move(from: Entry, to: Box, extending: boolean) {
    if (extending && chosen.length === 0) onPick(from.id, 'toggle')
    if (extending) onPick(to.id, 'extend')
    focusOn(to)
  }

  /** The focus goes to what takes the place of what is gone. */
  function remove(entry: Entry, many: Entry[]) {
    const at = boxes.findIndex(({ id }) => id === entry.id)
    const gone = new Set(many.map(({ id }) => id))
    const stays = ({ id }: Box) => !gone.has(id)
    const next = boxes.slice(at).find(stays) ?? boxes.slice(0, at).findLast(stays)
    void deleteRecords([...gone])
    if (next) focusOn(next)
  }
}

const isPicture = ({ kind }: Entry) => kind === 'done' || kind === 'saving'
