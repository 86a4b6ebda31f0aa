import 'server-only'
import type { SubmissionSummary } from '@/lib/contract/owner-report'
import { toCsvText } from '@/lib/csv'
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
} satisfies Record<string, (row: SubmissionSummary) => string>

/** The header, then a line a submission, as its pages are read: a ledger need not fit in memory. */
export async function* csvOf(pages: AsyncIterable<SubmissionSummary[]>): AsyncGenerator<string> {
  yield toCsvText([Object.keys(columns)])
  for await (const rows of pages) yield toCsvText(rows.map(cellsOf))
}

/** Prompts are written by strangers: `toCsvText` makes them harmless. */
const cellsOf = (row: SubmissionSummary): string[] =>
  Object.values(columns).map((read) => read(row))
