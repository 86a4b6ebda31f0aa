import 'server-only'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Env, PictureStore } from '../../env'

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
  if (!isVercel && isWritable(join(dataFolder, 'reviews')))
    return { kind: 'folder', folder: dataFolder }
  return databaseUrl === null ? { kind: 'none' } : { kind: 'postgres' }
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** For whoever hosts it. */
export const howToSetPlace =
  'Set DATA_DIR to a folder on a disk that stays, or S3_BUCKET, BLOB_READ_WRITE_TOKEN or DATABASE_URL.'
