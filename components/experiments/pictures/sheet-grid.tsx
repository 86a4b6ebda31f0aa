import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { openPicture } from '@/components/viewer/overlay-address'
import type { Verdicts } from '@/lib/experiment/judge/verdicts'
import type { CellProgress } from '@/lib/experiment/progress'
import type { Sheet } from '@/lib/experiment/sheet'
import { giveVerdict } from '../give-verdict'
import { verdictForKey } from '../verdict-keys'
import { SheetCell } from './sheet-cell'
import { lastOpenedPosition, type Position, useSheetOrder } from './sheet-order'
import { indicesWithin, useScrollWindow } from './use-scroll-window'

type Props = {
  experimentId: string
  sheet: Sheet
  /** The side of a picture, in px. */
  size: number
  seedCount: number
  verdicts: Verdicts
}

const labelWidth = 144
const headHeight = 60
const gap = 4

/** Rows and columns of pictures, of which only those near the view are drawn. The labels stay in view. */
export function SheetGrid({ experimentId, sheet, size, seedCount, verdicts }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const view = useScrollWindow(ref)
  const [focus, setFocus] = useState(() => lastOpenedPosition(sheet))
  const pitch = size + gap
  const rowCount = sheet.rowLabels.length
  const columnCount = sheet.columnLabels.length * seedCount
  const rows = indicesWithin(view.top - headHeight, view.bottom - headHeight, pitch, rowCount)
  const columns = indicesWithin(view.left - labelWidth, view.right - labelWidth, pitch, columnCount)
  const cellAt = ({ row, column }: Position): CellProgress | undefined =>
    sheet.cellsAt(row, Math.floor(column / seedCount))[column % seedCount]
  useSheetOrder(sheet)

  function move(to: Position) {
    const row = Math.min(Math.max(to.row, 0), rowCount - 1)
    const column = Math.min(Math.max(to.column, 0), columnCount - 1)
    setFocus({ row, column })
    const element = ref.current
    if (!element) return
    const top = row * pitch
    const left = column * pitch
    const height = element.clientHeight - headHeight
    const width = element.clientWidth - labelWidth
    if (top < element.scrollTop) element.scrollTop = top
    if (top + pitch > element.scrollTop + height) element.scrollTop = top + pitch - height
    if (left < element.scrollLeft) element.scrollLeft = left
    if (left + pitch > element.scrollLeft + width) element.scrollLeft = left + pitch - width
  }

  // Back from a picture, its cell is in view and has the focus, which the dialog takes as it opens.
  const [start] = useState(focus)
  useEffect(() => {
    if (start.row === 0 && start.column === 0) return
    const element = ref.current
    element?.scrollTo(start.column * pitch, start.row * pitch)
    element?.querySelector<HTMLElement>('[role=gridcell] button[tabindex="0"]')?.focus()
  }, [start, pitch])

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = steps[event.key]
    const cell = cellAt(focus)
    const verdict = verdictForKey(event.key)
    if (by) move({ row: focus.row + by.row, column: focus.column + by.column })
    else if (event.key === 'Enter' && cell?.recordId) openPicture(cell.recordId)
    else if (verdict && cell?.recordId) void giveVerdict(experimentId, cell.cell.key, verdict)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the rows that are not in view.
    <div
      ref={ref}
      role="grid"
      aria-label="Pictures"
      aria-rowcount={rowCount + 1}
      aria-colcount={columnCount + 1}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-auto"
    >
      <div
        className="relative"
        style={{
          width: labelWidth + columnCount * pitch,
          height: headHeight + rowCount * pitch,
        }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus. */}
        <div
          role="row"
          aria-rowindex={1}
          className="sticky top-0 z-10 bg-page"
          style={{ height: headHeight }}
        >
          {sheet.columnLabels.map((label, column) =>
            columns.some((index) => Math.floor(index / seedCount) === column) ? (
              // biome-ignore lint/a11y/useSemanticElements: as above.
              // biome-ignore lint/a11y/useFocusableInteractive: a label is only read.
              <div
                key={column}
                role="columnheader"
                aria-colindex={column * seedCount + 2}
                title={label}
                dir="auto"
                className="absolute bottom-1 flex items-end font-medium text-xs"
                style={{
                  left: labelWidth + column * seedCount * pitch,
                  width: seedCount * pitch - gap,
                }}
              >
                <span className="sticky line-clamp-3" style={{ left: labelWidth }}>
                  {label}
                </span>
              </div>
            ) : null,
          )}
        </div>
        {rows.map((row) => (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus.
          <div
            key={row}
            role="row"
            aria-rowindex={row + 2}
            className="absolute inset-x-0"
            style={{ top: headHeight + row * pitch, height: size }}
          >
            {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: a label is only read. */}
            <div
              role="rowheader"
              aria-colindex={1}
              title={sheet.rowLabels[row]}
              dir="auto"
              className="sticky left-0 z-5 flex h-full items-center bg-page px-3 font-medium text-xs"
              style={{ width: labelWidth - gap }}
            >
              <span className="line-clamp-4">{sheet.rowLabels[row]}</span>
            </div>
            {columns.map((column) => {
              const progress = cellAt({ row, column })
              return progress ? (
                <SheetCell
                  key={column}
                  progress={progress}
                  verdict={verdicts.cells[progress.cell.key]}
                  isFocused={focus.row === row && focus.column === column}
                  onFocus={() => setFocus({ row, column })}
                  column={column}
                  left={labelWidth + column * pitch}
                  size={size}
                />
              ) : null
            })}
          </div>
        ))}
      </div>
    </div>
  )
}

const steps: Record<string, Position | undefined> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}
