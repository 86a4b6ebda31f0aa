import {
  type Dispatch,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { groupByDay } from '@/lib/record/days'
import type { Entry } from '@/lib/record/entry'
import { Tile, type TileAction } from '../tiles/tile'
import { beginDrag } from './begin-drag'
import { DaySection } from './day-section'
import { boxesBetween, type DaysLayout, inTileOrder, layoutDays, type TileBox } from './layout'
import { scrollToBox } from './scroll-to-box'
import type { PictureSelection, SelectionAction } from './selection'
import { useGridEntry } from './use-grid-entry'
import { useGridKeys } from './use-grid-keys'
import { useVisibleRange } from './use-visible-range'
import { useWidth } from './use-width'

type Props = {
  entries: Entry[]
  selection: PictureSelection
  selectedEntries: Entry[]
  onSelect: Dispatch<SelectionAction>
  onOpen: (id: string) => void
  onCompare: (ids: string[]) => void
}

const emptyLayout: DaysLayout = { boxes: [], sections: [], height: 0 }

/**
 * Rows of tiles by day, each tile in the ratio of its picture. Only tiles near the visible range are
 * rendered. One tile is in the tab order; arrow keys move the focus from there.
 */
export function Grid(props: Props) {
  const { entries, selection, selectedEntries, onSelect, onOpen, onCompare } = props
  const ref = useRef<HTMLDivElement>(null)
  const width = useWidth(ref)
  const days = useMemo(
    () => groupByDay(entries).map((day) => ({ ...day, entries: inTileOrder(day.entries) })),
    [entries],
  )
  const { boxes, sections, height } = useMemo(
    () => (width > 0 ? layoutDays(days, width) : emptyLayout),
    [days, width],
  )
  const { top, bottom } = useVisibleRange(ref)
  const [focused, setFocused] = useState<string | null>(null)
  const active = useMemo(() => boxes.find(({ id }) => id === focused) ?? boxes[0], [boxes, focused])
  const toFocus = useRef<string | null>(null)

  const hasFocus = useRef(false)

  // Where the focused tile is gone, the one in its place takes the focus.
  useEffect(() => {
    if (!hasFocus.current || document.activeElement !== document.body) return
    ref.current?.querySelector<HTMLElement>('[data-tile][tabindex="0"]')?.focus()
  })

  useLayoutEffect(() => {
    if (toFocus.current === null) return
    const tile = ref.current?.querySelector<HTMLElement>(`[data-tile="${toFocus.current}"]`)
    toFocus.current = null
    tile?.focus({ preventScroll: true })
  })

  const focusOn = useCallback((box: TileBox) => {
    setFocused(box.id)
    if (ref.current) scrollToBox(ref.current, box)
    // One that is drawn already takes the focus now: its id may be the focused one, and nothing renders again.
    const tile = ref.current?.querySelector<HTMLElement>(`[data-tile="${box.id}"]`)
    toFocus.current = tile ? null : box.id
    tile?.focus({ preventScroll: true })
  }, [])
  const order = useRef<string[]>([])
  order.current = boxes.map(({ id }) => id)
  const onTileAction = useCallback(
    (id: string, action: TileAction) => {
      switch (action) {
        case 'open':
          onOpen(id)
          break
        case 'toggle':
          onSelect({ kind: 'toggle', id })
          break
        case 'extend':
          onSelect({ kind: 'extend', id, order: order.current })
          break
        default:
          action satisfies never
      }
    },
    [onOpen, onSelect],
  )
  useGridEntry(ref, boxes, focusOn)
  const onKeyDown = useGridKeys({
    entries,
    boxes,
    selectedEntries,
    focusOn,
    onTileAction,
    onCompare,
  })

  const visible = boxesBetween(boxes, top, bottom)
  const rendered = active && !visible.includes(active) ? [...visible, active] : visible

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles the keys of the tiles inside, which have the focus.
    <div
      ref={ref}
      className="relative select-none"
      style={{ height }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => beginDrag(event, selectedEntries)}
      onFocus={({ target }) => {
        hasFocus.current = true
        setFocused(idOf(target) ?? focused)
      }}
      onBlur={() => {
        hasFocus.current = false
      }}
    >
      {sections.map((section) => {
        const end = section.top + section.height
        const inside = rendered.filter(({ y }) => y >= section.top && y < end)
        return inside.length === 0 ? null : (
          <DaySection key={section.start} section={section}>
            {inside.map(({ id, x, y, width, height }) => (
              <li
                key={id}
                className="absolute"
                style={{ left: x, top: y - section.top, width, height }}
              >
                <Tile
                  id={id}
                  isInTabOrder={id === active?.id}
                  isSelected={selection.ids.has(id)}
                  isSelecting={selection.isSelecting}
                  onAction={onTileAction}
                />
              </li>
            ))}
          </DaySection>
        )
      })}
    </div>
  )
}

const idOf = (element: Element) => element.closest<HTMLElement>('[data-tile]')?.dataset.tile
