import { wrap } from 'idb'

/**
 * Handles the rejection of every transaction's `done`: a read waits only for the answers to its requests, and the browser
 * would report a `done` that nobody waits for. Who does wait for it gets the error as before.
 */
export function handleDone(db: IDBDatabase): void {
  const begin = db.transaction.bind(db)
  db.transaction = (names, mode, options) => {
    const transaction = begin(names, mode, options)
    wrap(transaction).done.catch(() => undefined)
    return transaction
  }
}
