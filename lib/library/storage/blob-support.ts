import { database } from '../database'
import { packBlob, type StoredBytes } from './stored-bytes'
import { isWebKit } from './webkit'

let answer: Promise<boolean> | undefined

/**
 * Whether bytes are stored as blobs. One is tried by itself, since a refused blob among other writes may stall its
 * transaction, and all that come after it.
 * @throws when the database takes no bytes at all
 */
export function canStoreBlobs(): Promise<boolean> {
  answer ??= findAnswer().catch((error: unknown) => {
    answer = undefined
    throw error
  })
  return answer
}

/**
 * WebKit copies a blob to a file of its own without looking whether the disk took it, and answers reads from memory for as
 * long as it can, so that nothing shows it. A private window of it refuses blobs. Buffers are part of the transaction.
 */
async function findAnswer(): Promise<boolean> {
  const byte = new Blob(['x'])
  const takesBlobs = !isWebKit() && (await isStored(byte))
  if (!takesBlobs) await tryToStore(await packBlob(byte))
  return takesBlobs
}

const isStored = (bytes: StoredBytes): Promise<boolean> =>
  tryToStore(bytes).then(
    () => true,
    () => false,
  )

/** No record has this id. */
const key: [string, number] = ['', 0]

/**
 * The transaction is aborted. WebKit keeps the file of a blob that a transaction both writes and deletes, and gives the
 * file's name and content to the blob that is written next.
 */
async function tryToStore(bytes: StoredBytes): Promise<void> {
  const transaction = (await database()).transaction('previews', 'readwrite')
  const aborted = transaction.done.catch(() => undefined)
  await transaction.store.put(bytes, key)
  transaction.abort()
  await aborted
}

/** To be called before a transaction begins, which ends while anything else is awaited. */
export const toStoredBytes = async (blob: Blob): Promise<StoredBytes> =>
  (await canStoreBlobs()) ? blob : packBlob(blob)
