import { type IDBPTransaction, type StoreNames, unwrap } from 'idb'
import type { Schema } from '../schema'
import { isSilent } from './transaction-limit'
import { isWebKit } from './webkit'

type Names = ArrayLike<StoreNames<Schema>>

/**
 * Waits for all writes of a transaction.
 * @throws QuotaExceededError also if WebKit has no space on the disk: there a request fails with `UnknownError`, or the
 * transaction is aborted without a reason. Other browsers say it themselves, so their other errors mean something else.
 */
export async function commit<T, N extends Names>(
  transaction: IDBPTransaction<Schema, N, 'readwrite'>,
  writes: Promise<T>,
): Promise<T> {
  try {
    const [result] = await Promise.all([writes, transaction.done])
    return result
  } catch (error) {
    throw isRefusedByWebKit(error) && !isSilent(unwrap(transaction)) ? fullError() : error
  }
}

export const fullError = () => new DOMException('The disk takes no more.', 'QuotaExceededError')

const isRefusedByWebKit = (error: unknown): boolean =>
  isWebKit() && error instanceof DOMException && ['AbortError', 'UnknownError'].includes(error.name)
