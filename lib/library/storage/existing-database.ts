export const databaseName = 'krea-playground'
export const databaseVersion = 5

/** A browser whose storage is broken may never answer: ms until a read of it fails. */
export const maxOpeningMs = 10_000

/**
 * Reads the database as it lies in this browser, without the code that creates and upgrades it: a first visit
 * does without. Undefined where there is none.
 */
export function readExisting<T>(
  read: (database: IDBDatabase) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new DOMException('The database does not open.', 'AbortError')),
      maxOpeningMs,
    )
    const resolveWith = (result: T | undefined) => {
      clearTimeout(timer)
      resolve(result)
    }
    const opening = indexedDB.open(databaseName)
    opening.onerror = fail
    opening.onupgradeneeded = () => {
      // None is there, and the empty one that this would create is none of ours.
      opening.transaction?.abort()
      resolveWith(undefined)
    }
    opening.onsuccess = () => {
      const database = opening.result
      const request = read(database)
      // It closes once the read has ended: open, it would block an upgrade.
      database.close()
      if (!request) return resolveWith(undefined)
      request.onsuccess = () => resolveWith(request.result)
      request.onerror = fail
    }
    function fail({ target }: Event) {
      clearTimeout(timer)
      reject(target instanceof IDBRequest ? target.error : target)
    }
  })
}
