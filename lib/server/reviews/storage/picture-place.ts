import 'server-only'
import { accessSync, constants } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { codesOf } from '../../db/unavailable'
import type { Env } from '../../env'
import type { PictureStore } from '../../env/picture-store'

/** Where the bytes of reviews lie. `none`: there is no place that lasts. */
export type PicturePlace =
  | Exclude<PictureStore, { kind: 'default' }>
  | { kind: 'folder'; folder: string }
  | { kind: 'postgres' }
  | { kind: 'none' }

type Settings = Pick<Env, 'pictureStore' | 'dataFolder' | 'databaseUrl' | 'isVercel'>

/** What is set counts; else a folder on a disk, else the database. */
export function findPicturePlace(settings: Settings): PicturePlace {
  const { pictureStore, dataFolder, databaseUrl, isVercel } = settings
  if (pictureStore.kind !== 'default') return pictureStore
  // The disk of a function is not its next one's.
  if (!isVercel && isWritable(resolve(dataFolder))) return { kind: 'folder', folder: dataFolder }
  return databaseUrl === null ? { kind: 'none' } : { kind: 'postgres' }
}

/** The folder itself, or the nearest one above that is there. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch (error) {
    const above = dirname(folder)
    return codesOf(error)[0] === 'ENOENT' && above !== folder && isWritable(above)
  }
}

/** For whoever hosts it. */
export const howToSetPlace =
  'Set DATA_DIR to a folder on a disk that stays, or S3_BUCKET, BLOB_READ_WRITE_TOKEN or DATABASE_URL.'
