import type { Definition } from './definition'
import type { Expansion } from './expand'
import type { CellProgress } from './progress'

/** Which axis makes the rows and which the columns; `null` for none. The other axes stand at one value each. */
export type SheetLayout = { rows: number | null; columns: number | null; fixed: number[] }

/** A contact sheet: labels, and the cells of each place, one a seed. */
export type Sheet = {
  rowLabels: string[]
  columnLabels: string[]
  cellsAt: (row: number, column: number) => CellProgress[]
}

/** The last two axes lie open, the others at their first value. */
export function defaultLayout({ axes }: Definition): SheetLayout {
  const last = axes.length - 1
  return {
    rows: axes.length > 1 ? last - 1 : null,
    columns: axes.length > 0 ? last : null,
    fixed: axes.map(() => 0),
  }
}

export function sheetOf(
  { axes, seeds }: Definition,
  { merged }: Expansion,
  progress: CellProgress[],
  { rows, columns, fixed }: SheetLayout,
): Sheet {
  const byKey = new Map(progress.map((one) => [one.cell.key, one]))
  const byPlace = new Map(progress.map((one) => [placeId(one.cell.at, one.cell.seed), one]))
  for (const { at, seed, key } of merged) {
    const shared = byKey.get(key)
    if (shared) byPlace.set(placeId(at, seed), shared)
  }
  const labelsOf = (axis: number | null) =>
    axis === null ? [''] : (axes[axis]?.values.map(({ label }) => label) ?? [''])
  return {
    rowLabels: labelsOf(rows),
    columnLabels: labelsOf(columns),
    cellsAt(row, column) {
      const at = axes.map((_, axis) =>
        axis === rows ? row : axis === columns ? column : (fixed[axis] ?? 0),
      )
      return (seeds.length > 0 ? seeds : [null]).flatMap(
        (seed) => byPlace.get(placeId(at, seed)) ?? [],
      )
    },
  }
}

const placeId = (at: number[], seed: number | null) => `${at.join()} ${seed}`

/** A sheet for each combination of values of the axes that do not lie open, with its title. */
export function everySheet(
  definition: Definition,
  expansion: Expansion,
  progress: CellProgress[],
  layout: SheetLayout,
): { title: string; sheet: Sheet }[] {
  const combinations = definition.axes.reduce<number[][]>(
    (all, { values }, axis) =>
      all.flatMap((fixed) =>
        axis === layout.rows || axis === layout.columns
          ? [[...fixed, 0]]
          : values.map((_, value) => [...fixed, value]),
      ),
    [[]],
  )
  return combinations.map((fixed) => ({
    title: fixed
      .flatMap((value, axis) =>
        axis === layout.rows || axis === layout.columns
          ? []
          : (definition.axes[axis]?.values[value]?.label ?? []),
      )
      .join(', '),
    sheet: sheetOf(definition, expansion, progress, { ...layout, fixed }),
  }))
}
