import type { ComputeUnits } from '../field'

export type Description = {
  /** What is left of it beside the tables of figures. */
  text: string | null
  computeUnits: ComputeUnits[]
  typicalSeconds: number | null
}

type Table = { header: string[]; rows: string[][] }

/**
 * Reads an operation's description: its words, and the figures in its Markdown tables.
 * Source: `| Compute Units | Average Completion Time |`, or a row per `Resolution`, `Mode` and so on.
 */
export function readDescription(...sources: (string | null)[]): Description {
  const texts: string[] = []
  const tables: Table[] = []
  for (const source of sources) {
    const { text, found } = splitTables(source ?? '')
    if (text !== '' && !texts.includes(text)) texts.push(text)
    tables.push(...found)
  }
  const figures = tables.filter(({ header }) => header.some(isUnits) || header.some(isTime))
  return {
    text: texts[0] ?? null,
    computeUnits: figures.map(readUnits).find((units) => units.length > 0) ?? [],
    typicalSeconds:
      figures.map(readSeconds).find((seconds) => seconds !== null && seconds !== undefined) ?? null,
  }
}

const isUnits = (cell: string) => /compute units?/i.test(cell)
const isTime = (cell: string) => /average .*time|completion time/i.test(cell)

function splitTables(source: string): { text: string; found: Table[] } {
  const words: string[] = []
  const found: Table[] = []
  let open: Table | null = null
  for (const line of fromHtml(source).slice(0, 20_000).split('\n')) {
    const cells = readRow(line)
    if (!cells) {
      open = null
      words.push(line)
    } else if (!open) {
      open = { header: cells, rows: [] }
      found.push(open)
    } else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) open.rows.push(cells)
  }
  return {
    text: words
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
    found,
  }
}

/** A rendered table in the form of a written one. */
const fromHtml = (source: string) =>
  source
    .replaceAll(/<\/t[dh]>\s*<t[dh][^<>]{0,200}>/gi, ' | ')
    .replaceAll(/<tr[^<>]{0,200}>\s*<t[dh][^<>]{0,200}>/gi, '\n| ')
    .replaceAll(/<\/t[dh]>\s*<\/tr>/gi, ' |\n')
    .replaceAll(/<\/?(?:table|thead|tbody)[^<>]{0,200}>/gi, '')
    .replaceAll(/\|\n+\|/g, '|\n|')

function readRow(line: string): string[] | null {
  const row = line.trim()
  if (!row.startsWith('|') || !row.endsWith('|') || row.length < 3) return null
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.replaceAll(/[*`]/g, '').trim())
}

function readUnits({ header, rows }: Table): ComputeUnits[] {
  const at = header.findIndex(isUnits)
  return rows.flatMap((row) => {
    const amount = readNumber(row[at])
    const names = header.flatMap((name, index) =>
      isUnits(name) || isTime(name) || !row[index] ? [] : [`${name} ${row[index]}`],
    )
    return amount === null ? [] : [{ amount, when: names.join(', ') || null }]
  })
}

/** The first row's: the case that a model is shown in first. */
function readSeconds({ header, rows }: Table): number | null {
  const at = header.findIndex(isTime)
  return rows.map((row) => readTime(row[at])).find((seconds) => seconds !== null) ?? null
}

const readNumber = (cell = ''): number | null => {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(cell)?.[0]
  return digits === undefined ? null : Number(digits.replaceAll(',', ''))
}

/** `~7 seconds`, `5-10 s`, `1 min 30 s`; a day and more is no time of a picture. */
function readTime(cell = ''): number | null {
  const parts = [...cell.matchAll(/(\d+(?:\.\d+)?)(?:\s*[-–]\s*(\d+(?:\.\d+)?))?\s*([a-z]*)/gi)]
  const seconds = parts.reduce((sum, [, from, to, unit = '']) => {
    const amount = to === undefined ? Number(from) : (Number(from) + Number(to)) / 2
    return sum + amount * (/^m(?!s)/i.test(unit) ? 60 : /^h/i.test(unit) ? 3600 : 1)
  }, 0)
  return seconds > 0 && seconds < 86_400 ? seconds : null
}
