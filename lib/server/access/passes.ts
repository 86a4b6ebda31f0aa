import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, count, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { ApiError } from '@/lib/contract/errors'
import type { Database } from '../db/database'
import { type PassRow, passes, submissions } from '../db/tables'
import type { Mode } from '../env'
import { hashOf, linkStateOf, newSecret } from './link'

export type NewPass = Pick<PassRow, 'name' | 'micros' | 'models' | 'expiresAt'>
export type UsedPass = PassRow & { spent: number; jobs: number }

/** The secret is answered only here: the ledger stores its hash. */
export async function createPass(db: Database, pass: NewPass, now: number) {
  const secret = newSecret()
  const row: PassRow = {
    ...pass,
    id: randomUUID(),
    secretHash: hashOf(secret),
    createdAt: new Date(now),
    revokedAt: null,
  }
  await db.insert(passes).values(row)
  return { row, secret }
}

/** Newest first, with what each has spent or reserved, in micro-dollars. */
export async function listPasses(db: Database, mode: Mode): Promise<UsedPass[]> {
  const rows = await db
    .select({
      pass: passes,
      spent: sql`coalesce(sum(${submissions.micros}), 0)`.mapWith(Number),
      jobs: count(submissions.key),
    })
    .from(passes)
    .leftJoin(
      submissions,
      and(
        eq(submissions.passId, passes.id),
        eq(submissions.mode, mode),
        ne(submissions.charged, 'no'),
      ),
    )
    .groupBy(passes.id)
    .orderBy(desc(passes.createdAt))
  return rows.map(({ pass, spent, jobs }) => ({ ...pass, spent, jobs }))
}

/** What is absent stays. @returns `false` when there is no such pass, or it was revoked */
export async function changePass(
  db: Database,
  id: string,
  change: Partial<Pick<PassRow, 'micros' | 'expiresAt'>>,
): Promise<boolean> {
  // An update of nothing is none.
  const changed = await db
    .update(passes)
    .set({ id, ...change })
    .where(and(eq(passes.id, id), isNull(passes.revokedAt)))
    .returning({ id: passes.id })
  return changed.length > 0
}

/** `false` when there is no such pass, or it was revoked before. */
export async function revokePass(db: Database, id: string, now: number): Promise<boolean> {
  const revoked = await db
    .update(passes)
    .set({ revokedAt: new Date(now) })
    .where(and(eq(passes.id, id), isNull(passes.revokedAt)))
    .returning({ id: passes.id })
  return revoked.length > 0
}

export async function findPass(db: Database, id: string): Promise<PassRow | null> {
  const [row] = await db.select().from(passes).where(eq(passes.id, id))
  return row ?? null
}

export async function findPassBySecret(db: Database, secret: string): Promise<PassRow | null> {
  const [row] = await db
    .select()
    .from(passes)
    .where(eq(passes.secretHash, hashOf(secret)))
  return row ?? null
}

/** `null` when no submission of ours made the job. */
export async function passOfJob(db: Database, jobId: string) {
  const [row] = await db
    .select({ passId: submissions.passId })
    .from(submissions)
    .where(eq(submissions.jobId, jobId))
  return row ?? null
}

/** @throws ApiError `forbidden` for a pass that is unknown, revoked or expired */
export function requireValid(pass: PassRow | null, now: number): PassRow {
  if (!pass) throw new ApiError('forbidden', 'There is no such pass. Ask for a new link.')
  const state = linkStateOf(pass, now)
  switch (state) {
    case 'open':
      return pass
    case 'revoked':
      throw new ApiError('forbidden', 'This pass was revoked. Ask the person who sent it.')
    case 'expired':
      throw new ApiError(
        'forbidden',
        `This pass expired on ${pass.expiresAt?.toISOString().slice(0, 10)}. Ask for a new link.`,
      )
    default:
      return state satisfies never
  }
}

/** @throws ApiError `forbidden` for a model that the pass does not name */
export function requireAllowed(pass: PassRow, model: string): void {
  if (pass.models && !pass.models.includes(model))
    throw new ApiError('forbidden', 'Your pass is not for this model. Choose another one.')
}
