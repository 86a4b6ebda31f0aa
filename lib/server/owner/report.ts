import 'server-only'
import type { KreaClient } from '@/lib/krea/client'
import { passAnswer } from '../access/pass-answer'
import { listPasses } from '../access/passes'
import { dayOf } from '../billing/budget'
import { budgetLimitsOf } from '../billing/budget-limits'
import {
  latestSubmissions,
  spendPerDay,
  spendPerModel,
  spendPerVisitor,
  totals,
} from '../billing/reports'
import { type Ledger, ledger } from '../db/connection'
import { kreaFor } from '../jobs/krea'
import { log } from '../log'
import { getCatalog } from '../models/catalog'
import { sweeper } from '../submissions/sweeper'

export type OwnerReport = { ledger: Ledger; client: KreaClient }

const days = 14
const monthMs = 30 * 86_400_000
const mostLatest = 50

export const openOwnerReport = (request: Request): OwnerReport => ({
  ledger: ledger(),
  client: kreaFor(request),
})

/** All that the owner's page tells of money; `null` when the database cannot be read. */
export async function readOwnerReport(books: OwnerReport) {
  await sweeper().sweep(books.client)
  return readAll(books).catch((error) => {
    log().error({ detail: String(error) }, 'the books cannot be read')
    return null
  })
}

async function readAll({ ledger: { database, mode } }: OwnerReport) {
  const db = await database()
  const now = Date.now()
  const since = dayOf(now - monthMs)
  const [today, perDay, perModel, perVisitor, latest, passes, { models }] = await Promise.all([
    totals(db, mode, now),
    spendPerDay(db, mode, now, days),
    spendPerModel(db, mode, since),
    spendPerVisitor(db, mode, since),
    latestSubmissions(db, mode, mostLatest),
    listPasses(db, mode),
    getCatalog(),
  ])
  return {
    totals: { ...today, capToday: budgetLimitsOf().day },
    perDay,
    perModel,
    perVisitor,
    latest,
    passes: passes.map((pass) => passAnswer(pass, now)),
    models: models.map(({ id, name }) => ({ id, name })),
  }
}
