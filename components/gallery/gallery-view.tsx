import { useCallback, useDeferredValue, useEffect, useMemo, useReducer, useState } from 'react'
import { openCompare } from '@/components/viewer/overlay-address'
import { setPictureOrder } from '@/components/viewer/picture-order'
import type { Entry } from '@/lib/record/entry'
import { inOrder } from '@/lib/record/queue'
import { emptyQuery, search } from '@/lib/record/search'
import { BoardTray } from './boards/board-tray'
import { useBoards } from './boards/use-boards'
import { CompareOne } from './compare-one'
import { Grid } from './grid/grid'
import { emptySelection, selectionReducer } from './grid/selection'
import { useSelectionKeys } from './grid/use-selection-keys'
import { NothingFound } from './nothing-found'
import { foldQueue } from './toolbar/fold-queue'
import { SelectionBar } from './toolbar/selection-bar'
import { Toolbar } from './toolbar/toolbar'
import { useOpenRecords } from './use-records'

type Props = {
  entries: Entry[]
  /** Only the newest are there until all are read. */
  areAll: boolean
  onOpen: (id: string) => void
  onStorage: () => void
}

/** The toolbar and the grid, with the search and the selection that they share. */
export function GalleryView({ entries, areAll, onOpen, onStorage }: Props) {
  const [query, setQuery] = useState(emptyQuery)
  const boards = useBoards()
  const deferredQuery = useDeferredValue(query)
  const board = boards.some(({ id }) => id === deferredQuery.board) ? deferredQuery.board : null
  const found = useMemo(
    () => search(entries, { ...deferredQuery, board }, Date.now()),
    [entries, deferredQuery, board],
  )
  const open = useOpenRecords()
  const [isQueueShown, setQueueShown] = useState(false)
  const shown = useMemo(
    () =>
      foldQueue(
        found,
        isQueueShown || deferredQuery.status === 'unfinished',
        inOrder(open).map(({ id }) => id),
      ),
    [found, isQueueShown, deferredQuery.status, open],
  )
  const [selection, dispatch] = useReducer(selectionReducer, emptySelection)
  const selectedEntries = useMemo(
    () => shown.filter(({ id }) => selection.ids.has(id)),
    [shown, selection.ids],
  )
  useEffect(() => setPictureOrder(shown), [shown])
  const clear = useCallback(() => dispatch({ kind: 'clear' }), [])
  const selectAll = useCallback(
    () => dispatch({ kind: 'all', order: shown.map(({ id }) => id) }),
    [shown],
  )
  const [comparedId, setComparedId] = useState<string | null>(null)
  const compare = useCallback((ids: string[]) => {
    if (ids.length > 1) openCompare(ids)
    else setComparedId(ids[0] ?? null)
  }, [])
  useSelectionKeys({ clear, selectAll })

  return (
    <>
      {selection.isSelecting ? (
        <SelectionBar selectedEntries={selectedEntries} onClear={clear} onAll={selectAll} />
      ) : (
        <Toolbar
          entries={entries}
          areAll={areAll}
          found={found}
          isQueueShown={isQueueShown}
          onShowQueue={setQueueShown}
          query={query}
          onQuery={setQuery}
          onSelect={() => dispatch({ kind: 'begin' })}
          onStorage={onStorage}
        />
      )}
      {shown.length === 0 ? <NothingFound onClear={() => setQuery(emptyQuery)} /> : null}
      <Grid
        entries={shown}
        selection={selection}
        selectedEntries={selectedEntries}
        onSelect={dispatch}
        onOpen={onOpen}
        onCompare={compare}
      />
      {comparedId === null ? null : (
        <CompareOne id={comparedId} onClose={() => setComparedId(null)} />
      )}
      <BoardTray entries={entries} />
    </>
  )
}
