import 'server-only'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Postgres, wherever it runs; a transaction is one too. */
export type Database = PgDatabase<PgQueryResultHKT>

/** `memory`: forgotten with the process, and unknown to others. */
export type Storage = 'postgres' | 'files' | 'memory'

export type OpenDatabase = { db: Database; storage: Storage; close: () => Promise<void> }

/** Any two numbers that nobody else uses: who holds one of these locks is alone with its task. */
export const locks = { migrations: 7_205_759_401, budget: 7_205_759_402, tries: 720_575_940 }
