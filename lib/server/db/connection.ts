import 'server-only'
import { randomUUID } from 'node:crypto'
import { type Env, env } from '../env'
import { type Mode, modeOf } from '../jobs/krea'
import { log } from '../log'
import { shared } from '../shared'
import type { Database, OpenDatabase, Storage } from './database'

export type Ledger = {
  mode: Mode
  /** Of this process. */
  instance: string
  /** Opens it at the first call, and again after a failure. */
  database: () => Promise<Database>
  /** Where the books are kept, with the reason why they will be forgotten, if they will. */
  keeping: () => Promise<{ storage: Storage; forgetful: string | null }>
  /** Where they are kept now, without waiting; `closed` before the first use and while it fails. */
  storage: () => Storage | 'closed'
}

/**
 * Whether books are kept: where money is spent, or where somebody set a budget, an owner or a
 * database. A mere sandbox has nothing to count, and starts without a database.
 */
const isLedgerOn = (settings: Env): boolean =>
  settings.token !== null ||
  settings.databaseUrl !== null ||
  settings.adminPassword !== null ||
  settings.dollarsPerDay !== null ||
  settings.dollarsPerVisitorPerDay !== null

export const ledger = shared('ledger', (): Ledger => {
  const { databaseUrl, dataFolder } = env()
  let forgetful: string | null = null
  let opening: Promise<OpenDatabase> | null = null
  let storage: Storage | 'closed' = 'closed'

  async function open(): Promise<OpenDatabase> {
    // Loaded late: the embedded database weighs tens of megabytes.
    const { openDatabase } = await import('./open')
    const opened = await openDatabase({
      databaseUrl,
      folder: dataFolder,
      onForgetful(reason) {
        forgetful = reason
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
    mode: modeOf(),
    instance: randomUUID(),
    database: async () => (await opened()).db,
    keeping: async () => ({ storage: (await opened()).storage, forgetful }),
    storage: () => storage,
  }
})

/** The ledger, or `null` where no books are kept. */
export const ledgerIfOn = (): Ledger | null => (isLedgerOn(env()) ? ledger() : null)
