import 'server-only'
import { and, count, desc, eq, gte, inArray, ne, sql } from 'drizzle-orm'
import type { Share, SubmissionSummary, Totals } from '@/lib/contract/owner-report'
import type { Database } from '../db/database'
import { passes, submissions } from '../db/tables'
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

/** @param reader the visitor who reads it, called “You” */
export async function spendPerVisitor(
  db: Database,
  mode: Mode,
  since: string,
  reader: string | null,
): Promise<Share[]> {
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
  return rows.map(({ pass, ...row }) => ({ ...row, label: whoOf(pass, row.id, reader) }))
}

type Section = {
  limit: number
  /** A prompt may be as long as a body: the database cuts it. */
  maxPrompt: number
  /** The visitor who reads it, called “You”. */
  reader?: string | null
  /** Of those older than this one. */
  after?: SubmissionSummary
}

/** Newest first. */
export async function latestSubmissions(
  db: Database,
  mode: Mode,
  { limit, maxPrompt, reader = null, after }: Section,
): Promise<SubmissionSummary[]> {
  const { key, sentFrom, model, visitor, micros, exact, state, charged, jobId } = submissions
  const prompt = sql<string>`coalesce(left(${submissions.input} ->> 'prompt', ${maxPrompt}), '')`
  const isOlder =
    after && sql`(${sentFrom}, ${key}) < (${after.at}::timestamptz, ${after.key}::uuid)`
  const rows = await db
    .select({
      key,
      sentFrom,
      model,
      visitor,
      micros,
      exact,
      state,
      charged,
      jobId,
      prompt,
      pass: passes.name,
    })
    .from(submissions)
    .leftJoin(passes, eq(passes.id, submissions.passId))
    .where(and(eq(submissions.mode, mode), isOlder))
    .orderBy(desc(sentFrom), desc(key))
    .limit(limit)
  return rows.map(({ sentFrom, visitor, pass, ...row }) => ({
    ...row,
    at: sentFrom.toISOString(),
    who: whoOf(pass, visitor, reader),
    prompt: row.prompt.length < maxPrompt ? row.prompt : `${row.prompt}…`,
  }))
}

/** All of them, newest first, in pages. */
export async function* allSubmissions(db: Database, mode: Mode, section: Section) {
  let page = await latestSubmissions(db, mode, section)
  while (page.length > 0) {
    yield page
    page = await latestSubmissions(db, mode, { ...section, after: page.at(-1) })
  }
}

const whoOf = (pass: string | null, visitor: string, reader: string | null) =>
  pass ?? (visitor === reader ? 'You' : `Visitor ${visitor.slice(0, 8)}`)
