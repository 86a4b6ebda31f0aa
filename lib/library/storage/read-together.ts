import type { IDBPTransaction } from 'idb'
import { database } from '../database'
import type { Database, Schema } from '../schema'

const stores = ['records', 'originals', 'thumbnails'] as const
type Name = (typeof stores)[number]
type Read = {
  begin: (transaction: IDBPTransaction<Schema, typeof stores>) => void
  fail: (error: unknown) => void
}

let pending: Read[] = []

/**
 * Reads one value. Reads that are due at the same moment share a transaction, so a screenful of tiles costs one, and
 * a record and its thumbnail are of the same state.
 */
export function readTogether<N extends Name>(
  name: N,
  id: string,
): Promise<Schema[N]['value'] | undefined> {
  return new Promise((resolve, reject) => {
    pending.push({
      begin: (transaction) => transaction.objectStore(name).get(id).then(resolve, reject),
      fail: reject,
    })
    if (pending.length === 1) void readPending()
  })
}

async function readPending(): Promise<void> {
  try {
    const db: Database = await database()
    const transaction = db.transaction(stores)
    transaction.done.catch(() => undefined)
    for (const { begin } of drain()) begin(transaction)
  } catch (error) {
    for (const { fail } of drain()) fail(error)
  }
}

function drain(): Read[] {
  const reads = pending
  pending = []
  return reads
}
