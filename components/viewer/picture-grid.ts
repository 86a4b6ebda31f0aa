/** Ids of pictures by row and column; `null` where there is none. */
export type PictureGrid = (string | null)[][]

/** Each picture once, row by row. */
export const picturesOf = (grid: PictureGrid): string[] => [
  ...new Set(grid.flat().filter((id) => id !== null)),
]

/** The next picture above (-1) or below (1) in the same column, past places that have none. */
export function neighbourInColumn(grid: PictureGrid, id: string, step: -1 | 1): string | undefined {
  const row = grid.findIndex((ids) => ids.includes(id))
  const column = grid[row]?.indexOf(id) ?? -1
  for (let at = row + step; row >= 0 && at >= 0 && at < grid.length; at += step) {
    const found = grid[at]?.[column]
    if (found && found !== id) return found
  }
  return undefined
}
