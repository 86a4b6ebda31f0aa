import { database } from '../database'
import { isQuotaError } from '../quota'
import { packBlob, type StoredBytes } from './stored-bytes'

let answer: Promise<boolean> | undefined

/**
 * Whether the database takes blobs: a private window of WebKit refuses them. One is tried by itself, since a refused blob
 * among other writes stalls its transaction there, and all that come after it.
 * @throws when the database takes no bytes at all
 */
export function canStoreBlobs(): Promise<boolean> {
  answer ??= findAnswer().catch((error: unknown) => {
    answer = undefined
    throw error
  })
  return answer
}

async function findAnswer(): Promise<boolean> {
  try {
    await tryToStore(new Blob(['x']))
    return true
  } catch (error) {
    if (isQuotaError(error)) throw error
    await tryToStore(await packBlob(new Blob(['x'])))
    return false
  }
}

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
