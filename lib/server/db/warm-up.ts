import 'server-only'
import type { Env } from '../env'
import { log } from '../log'
import type { Ledger } from './connection'

/**
 * Opens the ledger before the first request: an embedded database keeps the process busy while it
 * opens. On serverless, where each visit may start a process, only a submission waits for it. A
 * database that cannot be reached stops nothing but submissions, which try again.
 */
export async function openLedger(ledger: Ledger | null, env: Env): Promise<void> {
  if (env.isVercel) return
  await ledger
    ?.database()
    .catch((error) => log().error({ detail: String(error) }, 'the ledger cannot be opened'))
}
