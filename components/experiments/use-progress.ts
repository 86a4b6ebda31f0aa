import { useMemo } from 'react'
import { useEntries } from '@/components/gallery/use-entries'
import type { Model } from '@/lib/catalog/field'
import type { Definition } from '@/lib/experiment/definition'
import { countPlaces, type Expansion, expand, maxCells } from '@/lib/experiment/expand'
import { type CellProgress, progressOf } from '@/lib/experiment/progress'

const tooLarge: Expansion = { cells: [], merged: [] }

/** The cells of a definition; none while it asks for too many. */
export const useExpansion = (definition: Definition, models: Model[]): Expansion =>
  useMemo(
    () => (countPlaces(definition) > maxCells ? tooLarge : expand(definition, models)),
    [definition, models],
  )

/** How far each cell of an experiment is in this gallery. */
export function useProgress(id: string | undefined, { cells }: Expansion): CellProgress[] {
  const { data: entries } = useEntries()
  return useMemo(() => {
    const byId = new Map(entries?.map((entry) => [entry.id, entry]))
    return progressOf(id ?? '', id ? cells : [], (recordId) => byId.get(recordId))
  }, [id, cells, entries])
}
