/** How long a transaction may be silent, in ms: one that writes pictures waits for the disk. */
const maxSilentMs = 10_000
const maxSilentWritingBytesMs = 60_000

/** A computer that slept has only one tick for it, so its transactions are not ended for that. */
const tickMs = 1_000

const silent = new WeakSet<object>()

/** Whether this transaction was ended because it did not answer. */
export const isSilent = (transaction: object): boolean => silent.has(transaction)

type Every = (ms: number, run: () => void) => () => void

/**
 * Ends the transactions of a connection that have stopped answering: readers and writers then get an `AbortError` instead
 * of waiting for ever.
 */
export function limitTransactions(db: IDBDatabase, every: Every = everyInterval): void {
  const begin = db.transaction.bind(db)
  db.transaction = (names, mode, options) => {
    const transaction = begin(names, mode, options)
    const writesBytes = mode === 'readwrite' && [names].flat().includes('originals')
    limit(transaction, writesBytes ? maxSilentWritingBytesMs : maxSilentMs, every)
    return transaction
  }
}

function limit(transaction: IDBTransaction, maxMs: number, every: Every): void {
  let silentMs = 0
  const stop = every(tickMs, () => {
    silentMs += tickMs
    if (silentMs < maxMs) return
    stop()
    end(transaction)
  })
  // An answer to one of its requests does not bubble, but is captured.
  transaction.addEventListener('success', () => (silentMs = 0), true)
  transaction.addEventListener('complete', stop)
  transaction.addEventListener('abort', stop)
}

function end(transaction: IDBTransaction): void {
  silent.add(transaction)
  try {
    transaction.abort()
  } catch {
    // WebKit takes a stalled one for finished, yet never says so.
    transaction.dispatchEvent(new Event('abort'))
  }
}

function everyInterval(ms: number, run: () => void): () => void {
  const timer = setInterval(run, ms)
  return () => clearInterval(timer)
}
