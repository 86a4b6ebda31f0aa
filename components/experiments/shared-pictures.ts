import type { Definition } from '@/lib/experiment/definition'
import type { CellProgress } from '@/lib/experiment/progress'
import { isSaved } from '@/lib/record/record-state'

/** The finished pictures of an experiment, each called by its values. */
export const sharedPictures = ({ axes }: Definition, progress: CellProgress[]) =>
  progress.flatMap(({ cell, recordId, state }) => {
    if (recordId === null || state === null || !isSaved(state)) return []
    const labels = cell.at.flatMap((value, axis) => axes[axis]?.values[value]?.label ?? [])
    return { recordId, label: labels.join(' · ') }
  })
