import type { Entry } from '../record/entry'
import { hasPicture, isOpen, type StateKind } from '../record/record-state'
import { idempotencyKey } from './cell-key'
import type { Cell } from './expand'

/** A cell and its record in this gallery; without one it has not been started here. */
export type CellProgress = {
  cell: Cell
  recordId: string | null
  state: StateKind | null
  /** How often it was asked for before this record. */
  attempt: number
}

/** How often a cell may be asked for afresh. */
export const maxAttempts = 20

/** The first attempt with a picture of each cell, else the newest: found by the ids that the experiment gives its records. */
export function progressOf(
  experimentId: string,
  cells: Cell[],
  entryOf: (id: string) => Pick<Entry, 'kind'> | undefined,
): CellProgress[] {
  return cells.map((cell) => {
    let found: CellProgress = { cell, recordId: null, state: null, attempt: 0 }
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const recordId = idempotencyKey(experimentId, cell.key, attempt)
      const entry = entryOf(recordId)
      if (!entry) break
      found = { cell, recordId, state: entry.kind, attempt }
      // Only a cell without a picture is asked for again.
      if (hasPicture(entry.kind)) break
    }
    return found
  })
}

/** A cell to send, and which attempt it is. */
export type PlannedCell = { cell: Cell; attempt: number }

/** Cells that the document takes and that have no record here: “Run” makes them. */
export const missingCells = (progress: CellProgress[]): PlannedCell[] =>
  progress.flatMap(({ cell, recordId }) =>
    recordId !== null || cell.issues.length > 0 ? [] : { cell, attempt: 0 },
  )

/** Cells whose newest attempt failed or was cancelled. */
export const retriableCells = (progress: CellProgress[]): PlannedCell[] =>
  progress.flatMap(({ cell, state, attempt }) =>
    state !== null && !isOpen(state) && !hasPicture(state) && attempt + 1 < maxAttempts
      ? { cell, attempt: attempt + 1 }
      : [],
  )

export type ProgressCounts = {
  all: number
  done: number
  open: number
  failed: number
  refused: number
}

export function countProgress(progress: CellProgress[]): ProgressCounts {
  const count = (matches: (one: CellProgress) => boolean) => progress.filter(matches).length
  return {
    all: progress.length,
    done: count(({ state }) => state !== null && hasPicture(state)),
    open: count(({ state }) => state !== null && isOpen(state) && !hasPicture(state)),
    failed: retriableCells(progress).length,
    refused: count(({ cell, recordId }) => recordId === null && cell.issues.length > 0),
  }
}
