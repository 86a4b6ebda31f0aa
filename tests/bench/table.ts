export type Row = {
  what: string
  value: number
  unit: string
  /** The same figure of others, from the same run: the floor app, a pass-through, the limit page. */
  beside?: { name: string; value: number }[]
  /** What we allow ourselves; with `atLeast`, more is better. */
  limit?: number
  atLeast?: boolean
  failures?: number
}

const head = ['what', 'ours', 'beside', '', 'ratio', '']

/** Lines of equal width: what, ours, others', ours as a share of theirs, and whether it keeps the limit. */
export function table(rows: Row[]): string {
  const all = [head, ...rows.flatMap(lines)]
  const widths = head.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0)))
  return all
    .map((line) =>
      line
        .map((cell, at) => pad(cell, widths[at] ?? 0, at))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The rows that miss what we allow ourselves. */
export const rowsBeyondLimit = (rows: Row[]): Row[] =>
  rows.filter((row) => row.failures || !keeps(row))

function lines(row: Row): string[][] {
  const [first, ...others] = row.beside ?? []
  const ratio = (other = Number.NaN) => (other ? (row.value / other).toFixed(2) : '')
  return [
    [
      row.what,
      `${figure(row.value)} ${row.unit}`,
      first?.name ?? '',
      first ? figure(first.value) : '',
      first ? ratio(first.value) : '',
      verdict(row),
    ],
    ...others.map(({ name, value }) => ['', '', name, figure(value), ratio(value), '']),
  ]
}

const toTheRight = new Set([1, 3, 4])

const pad = (cell: string, width: number, at: number) =>
  toTheRight.has(at) ? cell.padStart(width) : cell.padEnd(width)

const figure = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 })

const keeps = ({ value, limit, atLeast }: Row) =>
  limit === undefined || (atLeast ? value >= limit : value <= limit)

function verdict(row: Row): string {
  if (row.failures) return `${row.failures} FAILED`
  if (row.limit === undefined) return ''
  return `${keeps(row) ? 'within' : 'FALLS SHORT OF'} ${figure(row.limit)}`
}
