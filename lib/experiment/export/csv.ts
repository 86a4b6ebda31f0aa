import { toCsvText } from '@/lib/csv'
import { type GalleryRecord, jobOf, startOf } from '@/lib/record/record'
import type { Definition } from '../definition'
import { valuesAt } from '../expand'
import type { Ranking } from '../judge/ranking'
import type { CellVerdict, Verdicts } from '../judge/verdicts'
import type { CellProgress } from '../progress'

/** A row a cell in long form: its values, model, seed, job, state, price, seconds and verdicts. */
export function experimentCsv(
  definition: Definition,
  progress: CellProgress[],
  recordOf: (id: string) => GalleryRecord | undefined,
  verdicts: Verdicts,
  ranking: Ranking | null,
): string {
  const axes = definition.axes.map(({ name }) => name)
  const strengths = new Map(ranking?.items.map(({ id, strength }) => [id, strength]))
  const rows = progress.map(({ cell, recordId }) => [
    ...valuesAt(definition, cell.at).map(({ label }) => label),
    cell.model,
    cell.seed === null ? '' : String(cell.seed),
    ...recordColumns(recordId === null ? undefined : recordOf(recordId)),
    cell.price === null ? '' : String(cell.price.amount),
    ...verdictColumns(verdicts.cells[cell.key]),
    strengths.get(cell.key)?.toFixed(3) ?? '',
    cell.key,
  ])
  return toCsvText([[...axes, ...columns], ...rows])
}

const columns = [
  'model',
  'seed',
  'job',
  'state',
  'seconds',
  'dollars',
  'verdict',
  'rating',
  'strength',
  'cell',
]

function recordColumns(record: GalleryRecord | undefined): string[] {
  if (!record) return ['', 'not started', '']
  const job = jobOf(record)
  return [job?.id ?? '', record.state.kind, secondsOf(record)?.toFixed(1) ?? '']
}

/** Seconds from a job's start to its end; `null` while it runs. */
export function secondsOf(record: GalleryRecord): number | null {
  const end = jobOf(record)?.completedAt
  return end ? Math.max(0, (Date.parse(end) - startOf(record)) / 1_000) : null
}

function verdictColumns(verdict: CellVerdict | undefined): string[] {
  const word = verdict?.kept === true ? 'keep' : verdict?.kept === false ? 'reject' : ''
  return [word, verdict?.rating ? String(verdict.rating) : '']
}
