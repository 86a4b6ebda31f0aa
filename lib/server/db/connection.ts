import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Env, Mode } from '../env'
import { log } from '../log'
import type { Database, LedgerStorage, OpenDatabase } from './database'

export type Ledger = {
  mode: Mode
  /** Of this process. */
  instance: string
  /** Opens it at the first call, and again after a failure. */
  database: () => Promise<Database>
  /** Where the ledger is stored, with the reason why it will be forgotten, if it will. */
  status: () => Promise<{ storage: LedgerStorage; memoryReason: string | null }>
  /** Where it is stored now, without waiting; `closed` before the first use and while it fails. */
  storage: () => LedgerStorage | 'closed'
}

/**
 * Whether a ledger is kept: where money is spent, or where somebody set a budget, an owner or a
 * database. A mere sandbox has nothing to count, and starts without a database.
 */
export const isLedgerOn = (env: Env): boolean =>
  env.token !== null ||
  env.databaseUrl !== null ||
  env.adminPassword !== null ||
  env.dollarsPerDay !== null ||
  env.dollarsPerVisitorPerDay !== null

export function createLedger({ databaseUrl, dataFolder, mode }: Env): Ledger {
  let memoryReason: string | null = null
  let opening: Promise<OpenDatabase> | null = null
  let storage: LedgerStorage | 'closed' = 'closed'

  async function open(): Promise<OpenDatabase> {
    // Loaded at the first use: the embedded database takes tens of megabytes.
    const { openDatabase } = await import('./open')
    const opened = await openDatabase({
      databaseUrl,
      folder: dataFolder,
      onMemoryOnly(reason) {
        memoryReason = reason
        log().warn({ reason }, 'the ledger is kept in memory only')
      },
    })
    storage = opened.storage
    return opened
  }

  function opened(): Promise<OpenDatabase> {
    opening ??= open().catch((error) => {
      opening = null
      throw error
    })
    return opening
  }

  return {
    mode,
    instance: randomUUID(),
    database: async () => (await opened()).db,
    status: async () => ({ storage: (await opened()).storage, memoryReason }),
    storage: () => storage,
  }
}

/** For the owner's routes: where there is an owner there is a ledger. */
export function requireLedger(ledger: Ledger | null): Ledger {
  if (ledger === null) throw new Error('no ledger is kept')
  return ledger
}
