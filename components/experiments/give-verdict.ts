import type { CellVerdict, PairVerdict } from '@/lib/experiment/judge/verdicts'
import { changeVerdicts } from '@/lib/library/experiments'

/** Writes what was said of a picture; the rest of its verdict stays. */
export const giveVerdict = (
  experimentId: string,
  cellKey: string,
  verdict: Partial<CellVerdict>,
): Promise<void> =>
  changeVerdicts(experimentId, (verdicts) => ({
    ...verdicts,
    cells: {
      ...verdicts.cells,
      [cellKey]: { kept: null, rating: null, ...verdicts.cells[cellKey], ...verdict },
    },
  }))

/** Writes a judgement of two pictures after the others. */
export const givePairVerdict = (experimentId: string, verdict: PairVerdict): Promise<void> =>
  changeVerdicts(experimentId, ({ pairs, cells }) => ({ pairs: [...pairs, verdict], cells }))

/** Takes the last judgement of two pictures back. */
export const undoPairVerdict = (experimentId: string): Promise<void> =>
  changeVerdicts(experimentId, ({ pairs, cells }) => ({ pairs: pairs.slice(0, -1), cells }))
