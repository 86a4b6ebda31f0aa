import 'server-only'
import { and, count, desc, eq, gte, inArray, ne, sql } from 'drizzle-orm'
import type { Share, SubmissionSummary, Totals } from '@/lib/contract/owner-report'
import type { Database } from '../db/database'
import { passes, type SubmissionRow, submissions } from '../db/tables'
import type { Mode } from '../env'
import { dayOf } from './budget'

const dayMs = 86_400_000
const maxShares = 10
const spent = sql`coalesce(sum(${submissions.micros}), 0)`.mapWith(Number)

/** `unknown` counts as spent: Krea may have billed it. */
const billed = (mode: Mode) =>
  and(eq(submissions.mode, mode), inArray(submissions.charged, ['yes', 'unknown']))

export async function totals(
  db: Database,
  mode: Mode,
  now: number,
): Promise<Omit<Totals, 'capToday'>> {
  const { micros, charged } = submissions
  const reserved = eq(charged, 'reserved')
  const [row] = await db
    .select({
      spentToday: sql`coalesce(sum(${micros}) filter (where not ${reserved}), 0)`.mapWith(Number),
      reservedToday: sql`coalesce(sum(${micros}) filter (where ${reserved}), 0)`.mapWith(Number),
    })
    .from(submissions)
    .where(and(eq(submissions.mode, mode), ne(charged, 'no'), eq(submissions.day, dayOf(now))))
  return row ?? { spentToday: 0, reservedToday: 0 }
}

/** The last `days` days, oldest first, quiet ones too. */
export async function spendPerDay(
  db: Database,
  mode: Mode,
  now: number,
  days: number,
): Promise<Share[]> {
  const all = Array.from({ length: days }, (_, index) => dayOf(now - (days - 1 - index) * dayMs))
  const rows = await db
    .select({ day: submissions.day, micros: spent, jobs: count() })
    .from(submissions)
    .where(and(billed(mode), gte(submissions.day, all[0] ?? dayOf(now))))
    .groupBy(submissions.day)
  const byDay = new Map(rows.map((row) => [row.day, row]))
  return all.map((day) => ({ id: day, label: day, micros: 0, jobs: 0, ...byDay.get(day) }))
}

export async function spendPerModel(db: Database, mode: Mode, since: string): Promise<Share[]> {
  const rows = await db
    .select({ label: submissions.model, micros: spent, jobs: count() })
    .from(submissions)
    .where(and(billed(mode), gte(submissions.day, since)))
    .groupBy(submissions.model)
    .orderBy(desc(spent), desc(count()))
    .limit(maxShares)
  return rows.map((row) => ({ id: row.label, ...row }))
}

export async function spendPerVisitor(db: Database, mode: Mode, since: string): Promise<Share[]> {
  const { visitor, passId } = submissions
  const who = sql<string>`coalesce(${passId}::text, ${visitor})`
  const rows = await db
    .select({ id: who, pass: passes.name, micros: spent, jobs: count() })
    .from(submissions)
    .leftJoin(passes, eq(passes.id, passId))
    .where(and(billed(mode), gte(submissions.day, since)))
    .groupBy(who, passes.name)
    .orderBy(desc(spent), desc(count()))
    .limit(maxShares)
  return rows.map(({ pass, ...row }) => ({ ...row, label: whoOf(pass, row.id) }))
}

/** Newest first. */
export async function latestSubmissions(
  db: Database,
  mode: Mode,
  limit: number,
): Promise<SubmissionSummary[]> {
  const rows = await db
    .select({ row: submissions, pass: passes.name })
    .from(submissions)
    .leftJoin(passes, eq(passes.id, submissions.passId))
    .where(eq(submissions.mode, mode))
    .orderBy(desc(submissions.sentFrom))
    .limit(limit)
  return rows.map(({ row, pass }) => submissionOf(row, pass))
}

const submissionOf = (row: SubmissionRow, pass: string | null): SubmissionSummary => ({
  key: row.key,
  at: row.sentFrom.toISOString(),
  model: row.model,
  who: whoOf(pass, row.visitor),
  prompt: typeof row.input.prompt === 'string' ? row.input.prompt : '',
  micros: row.micros,
  exact: row.exact,
  state: row.state,
  charged: row.charged,
  jobId: row.jobId,
})

const whoOf = (pass: string | null, visitor: string) => pass ?? `Visitor ${visitor.slice(0, 8)}`
