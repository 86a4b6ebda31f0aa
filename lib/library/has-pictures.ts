import { answerOf, readExisting } from './storage/existing-database'

/** Whether this browser has any record, shown or not. */
export async function hasPictures(): Promise<boolean> {
  const keys = await readExisting((database) =>
    answerOf(database.transaction('records').objectStore('records').getAllKeys(null, 1)),
  )
  return keys !== undefined && keys.length > 0
}
