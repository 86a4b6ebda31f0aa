/** The inverse of a square matrix, by Gauss-Jordan elimination with pivoting. */
export function invert(matrix: number[][]): number[][] {
  const size = matrix.length
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let column = 0; column < size; column++) {
    const pivot = rows
      .slice(column)
      .reduce(
        (best, row, at) => (entry(row, column) > entry(rows[best], column) ? column + at : best),
        column,
      )
    const [top, other] = [rows[column] ?? [], rows[pivot] ?? []]
    rows[column] = other
    rows[pivot] = top
    const by = other[column] ?? 1
    rows[column] = other.map((value) => value / by)
    for (const [at, row] of rows.entries()) {
      if (at === column) continue
      const factor = row[column] ?? 0
      if (factor !== 0) rows[at] = row.map((value, k) => value - factor * (rows[column]?.[k] ?? 0))
    }
  }
  return rows.map((row) => row.slice(size))
}

const entry = (row: number[] | undefined, column: number) => Math.abs(row?.[column] ?? 0)

/** A matrix times a vector. */
export const multiply = (matrix: number[][], vector: number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0))
