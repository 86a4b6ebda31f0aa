import type { IDBPTransaction } from 'idb'
import { database } from '../database'
import type { Database, Schema } from '../schema'

const stores = ['records', 'originals', 'thumbnails'] as const
type Name = (typeof stores)[number]
type Read = {
  /** @returns how to answer the one who asked */
  begin: (transaction: IDBPTransaction<Schema, typeof stores>) => Promise<() => void>
  fail: (error: unknown) => void
}

let pending: Read[] = []

/**
 * Reads one value. Reads that are due at the same moment share a transaction, so a screenful of tiles costs one, and
 * a record and its thumbnail are of the same state. All are answered at the same moment too, so it costs one render.
 */
export function readTogether<N extends Name>(
  name: N,
  id: string,
): Promise<Schema[N]['value'] | undefined> {
  return new Promise((resolve, reject) => {
    pending.push({
      begin: (transaction) =>
        transaction
          .objectStore(name)
          .get(id)
          .then(
            (value) => () => resolve(value),
            (error) => () => reject(error),
          ),
      fail: reject,
    })
    if (pending.length === 1) void readPending()
  })
}

async function readPending(): Promise<void> {
  let reads: Read[] = []
  try {
    const db: Database = await database()
    const transaction = db.transaction(stores)
    reads = drain()
    const begun = Promise.all(reads.map(({ begin }) => begin(transaction)))
    // In WebKit a transaction that stopped answering ends without answers to its requests.
    const answers = await Promise.race([begun, transaction.done.then(() => begun)])
    for (const answer of answers) answer()
  } catch (error) {
    // No transaction could begin: the reads that wait for one fail.
    if (reads.length === 0) reads = drain()
    for (const { fail } of reads) fail(error)
  }
}

function drain(): Read[] {
  const reads = pending
  pending = []
  return reads
}
