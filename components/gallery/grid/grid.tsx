import { type Dispatch, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  type Box,
  boxesBetween,
  type DaysLayout,
  layOutDays,
} from '@/components/gallery/grid/layout'
import type { Selection, SelectionAct } from '@/components/gallery/selection'
import { byDay } from '@/lib/record/days'
import type { Entry } from '@/lib/record/entry'
import { type Pick, Tile } from '../tiles/tile'
import { beginDrag } from './begin-drag'
import { DaySection } from './day-section'
import { scrollToBox } from './scroll-to-box'
import { useGridKeys } from './use-grid-keys'
import { useVisibleRange } from './use-visible-range'
import { useWidth } from './use-width'

type Props = {
  entries: Entry[]
  selection: Selection
  chosen: Entry[]
  onSelect: Dispatch<SelectionAct>
  onOpen: (id: string) => void
}

const unmeasured: DaysLayout = { boxes: [], sections: [], height: 0 }

/**
 * Rows of tiles in their own shapes, day by day; only those near the view exist. One of them is in the
 * tab order, and arrows move from there.
 */
export function Grid({ entries, selection, chosen, onSelect, onOpen }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const width = useWidth(ref)
  const days = useMemo(() => byDay(entries), [entries])
  const { boxes, sections, height } = useMemo(
    () => (width > 0 ? layOutDays(days, width) : unmeasured),
    [days, width],
  )
  const { top, bottom } = useVisibleRange(ref)
  const [focused, setFocused] = useState<string | null>(null)
  const active = useMemo(() => boxes.find(({ id }) => id === focused) ?? boxes[0], [boxes, focused])
  const toFocus = useRef<string | null>(null)

  useLayoutEffect(() => {
    if (toFocus.current === null) return
    const tile = ref.current?.querySelector<HTMLElement>(`[data-tile="${toFocus.current}"]`)
    toFocus.current = null
    tile?.focus({ preventScroll: true })
  })

  const focusOn = useCallback((box: Box) => {
    toFocus.current = box.id
    setFocused(box.id)
    if (ref.current) scrollToBox(ref.current, box)
  }, [])
  const order = useRef<Entry[]>(entries)
  order.current = entries
  const onPick = useCallback(
    (id: string, how: Pick) => {
      if (how === 'open') onOpen(id)
      else if (how === 'toggle') onSelect({ kind: 'toggle', id })
      else onSelect({ kind: 'extend', id, order: order.current.map((entry) => entry.id) })
    },
    [onOpen, onSelect],
  )
  const onKeyDown = useGridKeys({ entries, boxes, chosen, focusOn, onPick })

  const seen = boxesBetween(boxes, top, bottom)
  const present = active && !seen.includes(active) ? [...seen, active] : seen

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard here for the tiles inside, which have the focus.
    <div
      ref={ref}
      className="relative"
      style={{ height }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => beginDrag(event, chosen)}
      onFocus={({ target }) => setFocused(idOf(target) ?? focused)}
    >
      {sections.map((section) => {
        const end = section.top + section.height
        const inside = present.filter(({ y }) => y >= section.top && y < end)
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
                  reachable={id === active?.id}
                  selected={selection.ids.has(id)}
                  choosing={selection.choosing}
                  onPick={onPick}
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
