import type { Cell } from '@/lib/experiment/expand'
import type { CellProgress } from '@/lib/experiment/progress'

export const cellOf = (key: string, rest: Partial<Cell> = {}): Cell => ({
  key,
  at: [0],
  seed: null,
  model: 'image/bfl/flux-1-dev',
  input: { prompt: key },
  price: { amount: 0.007, exact: true },
  issues: [],
  notCarried: [],
  ...rest,
})

/** A cell that has not been started. */
export const notStarted = (cell: Cell): CellProgress => ({
  cell,
  recordId: null,
  state: null,
  attempt: 0,
})
