import { type IDBPTransaction, type StoreNames, unwrap } from 'idb'
import type { Schema } from '../schema'
import { isSilent } from './transaction-limit'
import { isWebKit } from './webkit'

type Names = ArrayLike<StoreNames<Schema>>

/**
 * Waits for all writes of a transaction.
 * @throws QuotaExceededError whenever there is no space, also where the browser calls that something else
 */
export async function commit<T, N extends Names>(
  transaction: IDBPTransaction<Schema, N, 'readwrite'>,
  writes: Promise<T>,
): Promise<T> {
  try {
    const [result] = await Promise.all([writes, transaction.done])
    return result
  } catch (error) {
    const { error: reason } = unwrap(transaction)
    const isFull = isWebKit() ? isWebKitRefusal(error) : isFullDisk(reason)
    throw isFull && !isSilent(unwrap(transaction)) ? fullError() : error
  }
}

export const fullError = () => new DOMException('The disk takes no more.', 'QuotaExceededError')

/** In WebKit a request fails with `UnknownError`, or the transaction is aborted without a reason. */
const isWebKitRefusal = (error: unknown): boolean =>
  error instanceof DOMException && ['AbortError', 'UnknownError'].includes(error.name)

/**
 * Chromium gives `QuotaExceededError` only for its own limit. Where the disk is full, it could not write the blobs of the
 * transaction (`DataError`), or its log (`UnknownError` that ends in FILE_ERROR_NO_SPACE).
 * @param reason why the transaction was aborted: null where it is not the disk
 */
const isFullDisk = (reason: DOMException | null): boolean =>
  reason !== null &&
  (['QuotaExceededError', 'DataError'].includes(reason.name) || reason.message.includes('NO_SPACE'))
