import { useCallback, useDeferredValue, useEffect, useMemo, useReducer, useState } from 'react'
import { nothing, select } from '@/components/gallery/selection'
import { setOrder } from '@/components/viewer/order'
import type { Entry } from '@/lib/record/entry'
import { everything, search } from '@/lib/record/search'
import { BoardTray } from './boards/board-tray'
import { useBoards } from './boards/use-boards'
import { Grid } from './grid/grid'
import { isTyping } from './grid/is-typing'
import { NothingFound } from './nothing-found'
import { SelectionBar } from './toolbar/selection-bar'
import { Toolbar } from './toolbar/toolbar'

type Props = { entries: Entry[]; onOpen: (id: string) => void; onStorage: () => void }

/** All there is: what to show of it, what is chosen, and the pictures. */
export function GalleryView({ entries, onOpen, onStorage }: Props) {
  const [query, setQuery] = useState(everything)
  const boards = useBoards()
  const sought = useDeferredValue(query)
  const shown = useMemo(() => {
    const board = boards.some(({ id }) => id === sought.board) ? sought.board : null
    return search(entries, { ...sought, board }, Date.now())
  }, [entries, sought, boards])
  const [selection, act] = useReducer(select, nothing)
  const chosen = useMemo(
    () => shown.filter(({ id }) => selection.ids.has(id)),
    [shown, selection.ids],
  )
  useEffect(() => setOrder(shown), [shown])
  const clear = useCallback(() => act({ kind: 'clear' }), [])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key === 'Escape') clear()
      if (event.key !== 'a' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      act({ kind: 'all', order: shown.map(({ id }) => id) })
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [shown, clear])

  return (
    <>
      {selection.choosing ? (
        <SelectionBar
          chosen={chosen}
          onClear={clear}
          onAll={() => act({ kind: 'all', order: shown.map(({ id }) => id) })}
        />
      ) : (
        <Toolbar
          entries={entries}
          found={shown.length}
          query={query}
          onQuery={setQuery}
          onChoose={() => act({ kind: 'choose' })}
          onStorage={onStorage}
        />
      )}
      {shown.length === 0 ? <NothingFound onClear={() => setQuery(everything)} /> : null}
      <Grid entries={shown} selection={selection} chosen={chosen} onSelect={act} onOpen={onOpen} />
      <BoardTray entries={entries} />
    </>
  )
}
