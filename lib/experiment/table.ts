import Papa from 'papaparse'
import type { Axis } from './definition'

export const maxRows = 1_000

/** Rows of a table by column name, as pasted from a spreadsheet or read from a CSV or TSV file. */
export type Table = { columns: string[]; rows: Record<string, string>[] }

export type ReadTable = { table: Table } | { problem: string }

/**
 * Reads CSV, TSV or text with `;`: quotes, line breaks in cells and a byte order mark as spreadsheets
 * write them. The first line names the columns.
 */
export function readTable(text: string): ReadTable {
  const { data, errors } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: ['\t', ';', ',', '|'],
  })
  const quotes = errors.find(({ type }) => type === 'Quotes')
  if (quotes) return { problem: `Row ${(quotes.row ?? 0) + 1} has a quote that is not closed.` }
  const [head = [], ...lines] = data
  const columns = head.map((name) => name.trim())
  if (lines.length === 0)
    return { problem: 'Give a first line with column names, and at least one row below it.' }
  if (columns.some((name) => name === '')) return { problem: 'Give every column a name.' }
  const twice = columns.find((name, at) => columns.indexOf(name) !== at)
  if (twice !== undefined) return { problem: `Two columns are called “${twice}”.` }
  if (lines.length > maxRows)
    return { problem: `A table takes at most ${maxRows} rows; this one has ${lines.length}.` }
  const tooLong = lines.findIndex((line) => line.length > columns.length)
  if (tooLong >= 0) return { problem: `Row ${tooLong + 1} has more cells than columns.` }
  const rows = lines.map((line) =>
    Object.fromEntries(columns.map((name, at) => [name, line[at] ?? ''])),
  )
  return { table: { columns, rows } }
}

/** A table as an axis: a value a row; a column that names a field sets it, any other is a variable. */
export function tableAxis(name: string, { columns, rows }: Table, readField: ReadField): Axis {
  return {
    name,
    values: rows.map((row, at) => {
      const input = Object.fromEntries(
        columns.flatMap((column) => {
          const value = row[column] === '' ? undefined : readField(column, row[column] ?? '')
          return value === undefined ? [] : [[column, value]]
        }),
      )
      const variables = Object.fromEntries(
        Object.entries(row).filter(([column]) => !Object.hasOwn(input, column)),
      )
      return { label: `${at + 1} ${row[columns[0] ?? ''] ?? ''}`.trim(), set: { input, variables } }
    }),
  }
}

/** The JSON value of a cell's text for a field of the model; `undefined` where there is no such field. */
export type ReadField = (
  column: string,
  text: string,
) => import('../catalog/field').Json | undefined
