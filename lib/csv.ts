/** Rows as CSV (RFC 4180), with a line break at the end. */
export const toCsvText = (rows: string[][]): string =>
  [...rows.map((row) => row.map(csvCell).join()), ''].join('\r\n')

/** A spreadsheet would run a cell that looks like a formula: it is made a text. */
function csvCell(value: string): string {
  const text = /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
