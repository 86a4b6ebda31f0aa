import { useEffect } from 'react'
import { lastOpenedPicture, setSheetOrder } from '@/components/viewer/picture-order'
import type { Sheet } from '@/lib/experiment/sheet'
import { hasPicture } from '@/lib/record/record-state'

/** A picture's place in the sheet; each seed of a value has a column of its own. */
export type Position = { row: number; column: number }

/** The viewer pages along the rows and columns of the sheet while it lies open. */
export function useSheetOrder(sheet: Sheet): void {
  useEffect(
    () =>
      setSheetOrder(
        sheet.rowLabels.map((_, row) =>
          sheet.columnLabels.flatMap((__, column) =>
            sheet
              .cellsAt(row, column)
              .map(({ recordId, state }) =>
                state !== null && hasPicture(state) ? recordId : null,
              ),
          ),
        ),
      ),
    [sheet],
  )
}

/** Where the picture that was opened last stands; the corner if it is not here. */
export function lastOpenedPosition({ rowLabels, columnLabels, cellsAt }: Sheet): Position {
  const id = lastOpenedPicture.read()
  for (const row of id === null ? [] : rowLabels.keys()) {
    const ids = columnLabels.flatMap((_, column) => cellsAt(row, column).map((one) => one.recordId))
    if (ids.includes(id)) return { row, column: ids.indexOf(id) }
  }
  return { row: 0, column: 0 }
}
