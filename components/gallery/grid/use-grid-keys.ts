import type { KeyboardEvent } from 'react'
import { findKeyAction } from '@/components/ui/key-action'
import { deleteRecords } from '@/lib/library/deletion'
import type { Entry } from '@/lib/record/entry'
import { downloadPictures } from '../download-pictures'
import type { TileAction } from '../tiles/tile'
import { gridActions } from './grid-actions'
import type { TileBox } from './layout'
import { neighbour } from './neighbour'

type Props = {
  entries: Entry[]
  boxes: TileBox[]
  selectedEntries: Entry[]
  focusOn: (box: TileBox) => void
  onTileAction: (id: string, action: TileAction) => void
  onCompare: (ids: string[]) => void
}

/** Handles the keys of the grid. Keys with Ctrl, Alt or ⌘ are left to the browser. */
export function useGridKeys(props: Props) {
  const { entries, boxes, selectedEntries, focusOn, onTileAction, onCompare } = props
  return (event: KeyboardEvent) => {
    const { target, key, shiftKey } = event
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return
    const id = target.closest<HTMLElement>('[data-tile]')?.dataset.tile
    const entry = entries.find((one) => one.id === id)
    if (!entry || target.closest('dialog')) return

    const affected = selectedEntries.includes(entry) ? selectedEntries : [entry]
    const context = {
      entry,
      entries: affected,
      target: neighbour(boxes, entry.id, key),
      shiftKey,
      isTileFocused: target.dataset.tile !== undefined,
      onTileAction,
      move: focusOn,
      extendSelection: (to: TileBox) => extendSelection(entry, to),
      remove: () => remove(entry, affected),
      download: (ids: string[]) => void downloadPictures(ids),
      compare: onCompare,
    }
    const action = findKeyAction(gridActions, key, context)
    if (!action) return
    event.preventDefault()
    action.run(context)
  }

  function extendSelection(from: Entry, to: TileBox) {
    if (selectedEntries.length === 0) onTileAction(from.id, 'toggle')
    onTileAction(to.id, 'extend')
    focusOn(to)
  }

  /** Moves the focus to the tile that follows the deleted ones. */
  function remove(entry: Entry, affected: Entry[]) {
    const index = boxes.findIndex(({ id }) => id === entry.id)
    const deletedIds = new Set(affected.map(({ id }) => id))
    const stays = ({ id }: TileBox) => !deletedIds.has(id)
    const next = boxes.slice(index).find(stays) ?? boxes.slice(0, index).findLast(stays)
    void deleteRecords([...deletedIds])
    if (next) focusOn(next)
  }
}
