import 'server-only'
import { sql } from 'drizzle-orm'
import { withSpan } from '../tracing/span'
import type { Database } from './database'
import { within } from './within'

/**
 * So that one server that is frozen, or whose line is dead, does not stop the others: Postgres ends a
 * transaction that says nothing, and with it its locks, before those who wait give up. In ms.
 */
const limitsMs = {
  idle_in_transaction_session_timeout: 4_000,
  lock_timeout: 8_000,
  statement_timeout: 10_000,
}

/** A pooler that takes connections and ends them makes the driver try for ever. */
const maxTotalMs = 25_000

const setLimits = sql.join(
  Object.entries(limitsMs).map(
    ([name, ms]) => sql`set_config(${name}::text, ${String(ms)}::text, true)`,
  ),
  sql`, `,
)

/**
 * A transaction with limits of time. They are set inside it, not on the connection: poolers refuse
 * settings they do not know. A sum in it sees what was committed while it waited for a lock, whatever the
 * server's default. An embedded database has nobody to wait for.
 */
export function limitedTransaction<T>(
  db: Database,
  work: (tx: Database) => Promise<T>,
  maxMs = maxTotalMs,
): Promise<T> {
  return withSpan('ledger transaction', {}, () =>
    within(maxMs, db.isEmbedded ? db.transaction(work) : sharedTransaction(db, work)),
  )
}

const sharedTransaction = <T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> =>
  db.transaction(
    async (tx) => {
      await tx.execute(sql`select ${setLimits}`)
      return work(tx)
    },
    { isolationLevel: 'read committed' },
  )
