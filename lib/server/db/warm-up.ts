import 'server-only'
import type { Env } from '../env'
import type { Ledger } from './connection'

/** A process that is being replaced answers its last requests first. */
const waitsMs = [250, 500, 1_000, 1_500, 2_000]

/**
 * Opens the ledger before the first request: an embedded database keeps the process busy while it
 * opens. On serverless, where each visit may start a process, only a submission waits for it. A
 * ledger that another process still has is waited for, a few seconds; after that nothing is sold until it
 * can be had, and the background goes on trying.
 */
export async function openLedger(
  ledger: Ledger | null,
  env: Pick<Env, 'isVercel' | 'databaseUrl'>,
  sleep: (ms: number) => Promise<void>,
): Promise<void> {
  if (env.isVercel || ledger === null) return
  for (const wait of env.databaseUrl === null ? waitsMs : []) {
    if (await isOpen(ledger)) return
    await sleep(wait)
  }
  if (!(await isOpen(ledger))) keepTrying(ledger)
}

const retryEveryMs = 2_000

/** An idle process takes the ledger up as well, so that its health says so. */
function keepTrying(ledger: Ledger): void {
  const timer = setInterval(async () => {
    if (await isOpen(ledger)) clearInterval(timer)
  }, retryEveryMs)
  timer.unref()
}

const isOpen = (ledger: Ledger) =>
  ledger.database().then(
    () => true,
    () => false,
  )
