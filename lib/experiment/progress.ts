import type { GalleryRecord } from '../record/record'
import { hasPicture, isOpen } from '../record/record-state'
import { idempotencyKey } from './cell-key'
import type { Cell } from './expand'

/** A cell and its newest record in this gallery; without one it has not been started here. */
export type CellProgress = { cell: Cell; record: GalleryRecord | null; attempt: number }

/** How often a cell may be asked for afresh. */
export const maxAttempts = 20

/** The newest attempt of each cell, found by the ids that the experiment gives its records. */
export function progressOf(
  experimentId: string,
  cells: Cell[],
  recordOf: (id: string) => GalleryRecord | undefined,
): CellProgress[] {
  return cells.map((cell) => {
    let found: CellProgress = { cell, record: null, attempt: 0 }
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const record = recordOf(idempotencyKey(experimentId, cell.key, attempt))
      if (!record) break
      found = { cell, record, attempt }
    }
    return found
  })
}

/** Cells that the document takes and that have no record here: what “Run” still has to make. */
export const missingCells = (progress: CellProgress[]): Cell[] =>
  progress.flatMap(({ cell, record }) => (record || cell.issues.length > 0 ? [] : cell))

/** Cells whose newest attempt failed or was cancelled, with the attempt to make next. */
export const retriableCells = (progress: CellProgress[]): { cell: Cell; attempt: number }[] =>
  progress.flatMap(({ cell, record, attempt }) =>
    record && isOver(record) && attempt + 1 < maxAttempts ? { cell, attempt: attempt + 1 } : [],
  )

const isOver = ({ state }: GalleryRecord) => !isOpen(state.kind) && !hasPicture(state.kind)
