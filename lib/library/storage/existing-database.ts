export const databaseName = 'krea-playground'
export const databaseVersion = 5

/** A browser whose storage is broken may never answer: ms until a read of it fails. */
export const maxOpeningMs = 10_000

/**
 * Reads the database as it lies in this browser, without the code that creates and upgrades it: a first visit
 * does without. Undefined where there is none.
 */
export function readExisting<T>(
  read: (database: IDBDatabase) => Promise<T> | undefined,
): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout>
  return new Promise<T | undefined>((resolve, reject) => {
    timer = setTimeout(
      () => reject(new DOMException('The database does not open.', 'AbortError')),
      maxOpeningMs,
    )
    const opening = indexedDB.open(databaseName)
    opening.onerror = () => reject(opening.error)
    opening.onupgradeneeded = () => {
      // None is there, and the empty one that this would create is none of ours.
      opening.transaction?.abort()
      resolve(undefined)
    }
    opening.onsuccess = () => {
      const database = opening.result
      resolve(read(database))
      // It closes once the read has ended: open, it would block an upgrade.
      database.close()
    }
  }).finally(() => clearTimeout(timer))
}

export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
