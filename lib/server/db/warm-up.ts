import 'server-only'
import { env } from '../env'
import { log } from '../log'
import { ledgerIfOn } from './connection'

/**
 * Opens the ledger before the first request: an embedded database keeps the process busy while it
 * opens. On serverless, where each visit may start a process, only a submission waits for it. A
 * database that cannot be reached stops nothing but submissions, which try again.
 */
export async function openLedger(): Promise<void> {
  if (env().isVercel) return
  await ledgerIfOn()
    ?.database()
    .catch((error) => log().error({ detail: String(error) }, 'the ledger cannot be opened'))
}
