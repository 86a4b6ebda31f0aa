import 'server-only'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Postgres, wherever it runs; a transaction is one too. */
export type Database = PgDatabase<PgQueryResultHKT> & {
  /** Whether this process alone is in it, on one connection: then nobody waits for another's lock. */
  isEmbedded?: boolean
}

/** `memory`: lost with the process, and unknown to others. */
export type LedgerStorage = 'postgres' | 'files' | 'memory'

export type OpenDatabase = {
  db: Database
  storage: LedgerStorage
  close: () => Promise<void>
  /** Runs once the tables are up to date. */
  onMigrated?: () => Promise<void>
}

/** Numbers of advisory locks, unlike those of other programs: one holder at a time does the task. */
export const locks = {
  migrations: 7_205_759_401,
  budget: 7_205_759_402,
  loginAttempts: 720_575_940,
  reviewBytes: 7_205_759_403,
}
