import 'server-only'
import type { Submission } from '@/lib/contract/admin'
import { toDollars } from '@/lib/money'

const columns = {
  time: ({ at }) => at,
  who: ({ who }) => who,
  model: ({ model }) => model,
  prompt: ({ prompt }) => prompt,
  dollars: ({ micros }) => String(toDollars(micros)),
  price: ({ exact }) => (exact ? 'published' : 'assumed'),
  state: ({ state }) => state,
  charged: ({ charged }) => charged,
  job: ({ jobId }) => jobId ?? '',
  key: ({ key }) => key,
} satisfies Record<string, (row: Submission) => string>

/** RFC 4180. */
export function toCsv(rows: Submission[]): string {
  const lines = rows.map((row) =>
    Object.values(columns)
      .map((read) => cell(read(row)))
      .join(),
  )
  return [Object.keys(columns).join(), ...lines, ''].join('\r\n')
}

/** What a spreadsheet would take for a formula is made a text: prompts are written by strangers. */
function cell(value: string): string {
  const text = /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
