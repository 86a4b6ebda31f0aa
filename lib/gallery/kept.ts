import { database } from './database'

/** Whether this browser keeps any record, shown or not. */
export const hasRecords = async (): Promise<boolean> =>
  (await (await database()).count('records')) > 0
