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

/** The header, then a line a submission. Prompts are written by strangers: `toCsvText` makes them harmless. */
export function toCsv(rows: SubmissionSummary[]): string {
  const lines = rows.map((row) => Object.values(columns).map((read) => read(row)))
  return toCsvText([Object.keys(columns), ...lines])
}
