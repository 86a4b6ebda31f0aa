import { database } from './database'

/** Whether this browser has any record, shown or not. */
export const hasPictures = async (): Promise<boolean> =>
  (await (await database()).getAllKeys('records', null, 1)).length > 0
