export type Row = {
  what: string
  value: number
  unit: string
  /** The same of the floor or limit, from the same run. */
  floor?: number
  /** What we allow ourselves; with `atLeast`, more is better. */
  limit?: number
  atLeast?: boolean
  failures?: number
}

/** Lines of equal width: what, ours, the floor's, their ratio, and whether it keeps the limit. */
export function table(rows: Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    `${figure(row.value)} ${row.unit}`,
    row.floor === undefined ? '' : figure(row.floor),
    row.floor ? (row.value / row.floor).toFixed(2) : '',
    verdict(row),
  ])
  const all = [['what', 'ours', 'floor', 'ratio', ''], ...cells]
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...all.map((line) => line[at]?.length ?? 0)))
  return all
    .map((line) =>
      line
        .map((cell, at) => pad(cell, widths[at] ?? 0, at))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const pad = (cell: string, width: number, at: number) =>
  at === 0 || at === 4 ? cell.padEnd(width) : cell.padStart(width)

const figure = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 })

function verdict({ value, limit, atLeast, failures }: Row): string {
  if (failures) return `${failures} failed`
  if (limit === undefined) return ''
  const kept = atLeast ? value >= limit : value <= limit
  return `${kept ? 'within' : 'FALLS SHORT OF'} ${figure(limit)}`
}
