/** A part of a sheet that makes one picture: indices of rows and columns. */
export type SheetPart = { rows: number[]; columns: number[] }

/**
 * Cuts a sheet into parts that stay below a side in pixels, so that every program opens them. A part has at least
 * one row and one column.
 */
export function sheetParts(
  rowCount: number,
  columnCount: number,
  cell: { width: number; height: number },
  maxSide: number,
): SheetPart[] {
  const rows = chunks(rowCount, Math.max(1, Math.floor(maxSide / cell.height)))
  const columns = chunks(columnCount, Math.max(1, Math.floor(maxSide / cell.width)))
  return rows.flatMap((rowPart) =>
    columns.map((columnPart) => ({ rows: rowPart, columns: columnPart })),
  )
}

/** The indices below a count, so many at a time, in parts of about the same length. */
function chunks(count: number, max: number): number[][] {
  const parts = Math.ceil(count / max)
  const length = Math.ceil(count / Math.max(1, parts))
  return Array.from({ length: parts }, (_, part) =>
    Array.from(
      { length: Math.min(length, count - part * length) },
      (__, index) => part * length + index,
    ),
  )
}

/** A text in lines of at most a width. A word that is longer is broken; nothing is cut off. */
export function wrapText(
  text: string,
  maxWidth: number,
  widthOf: (text: string) => number,
): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= maxWidth) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const letter of word) {
      if (line !== '' && widthOf(line + letter) > maxWidth) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return line === '' ? lines : [...lines, line]
}
