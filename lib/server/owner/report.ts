import 'server-only'
import type { KreaClient } from '@/lib/krea/client'
import { passAnswer } from '../access/pass-answer'
import { listPasses } from '../access/passes'
import { type BudgetLimits, dayOf } from '../billing/budget'
import {
  latestSubmissions,
  spendPerDay,
  spendPerModel,
  spendPerVisitor,
  totals,
} from '../billing/reports'
import type { Ledger } from '../db/connection'
import { log } from '../log'
import type { ModelCatalog } from '../models/catalog'
import type { Sweeper } from '../submissions/sweeper'

type Sources = {
  ledger: Ledger
  krea: KreaClient
  budgetLimits: BudgetLimits
  catalog: ModelCatalog
  sweeper: Sweeper
}

const days = 14
const monthMs = 30 * 86_400_000
const maxLatest = 50
/** Characters; the page shows two lines. */
const maxPrompt = 300

/**
 * All that the owner's page shows of money; `null` when the database cannot be read.
 * @param reader the visitor who is shown it
 */
export async function readOwnerReport(sources: Sources, reader: string | null) {
  await sources.sweeper.sweep(sources.krea)
  return readAll(sources, reader).catch((error) => {
    log().error({ error }, 'the ledger cannot be read')
    return null
  })
}

async function readAll(
  { ledger: { database, mode }, budgetLimits, catalog }: Sources,
  reader: string | null,
) {
  const db = await database()
  const now = Date.now()
  const since = dayOf(now - monthMs)
  const [today, perDay, perModel, perVisitor, latest, passes, { models }] = await Promise.all([
    totals(db, mode, now),
    spendPerDay(db, mode, now, days),
    spendPerModel(db, mode, since),
    spendPerVisitor(db, mode, since, reader),
    latestSubmissions(db, mode, { limit: maxLatest, maxPrompt, reader }),
    listPasses(db, mode),
    catalog.get(),
  ])
  return {
    totals: { ...today, capToday: budgetLimits.day },
    perDay,
    perModel,
    perVisitor,
    latest,
    passes: passes.map((pass) => passAnswer(pass, now)),
    models: models.map(({ id, name }) => ({ id, name })),
  }
}
