import type * as z from 'zod/mini'
import { ApiError } from '../contract/errors'
import { digest } from '../engine/pictures/digest'
import type { RecordToMerge } from '../library/merge'
import { type GalleryRecord, recordSchema } from '../record/record'
import { neverSent, notFound, refused } from '../record/transitions'
import { imageTypeOf } from './backup'
import type { ZipEntry } from './zip-reader'

/** A record of a backup with its bytes; null when it is damaged. @param files of the zip, by name */
export async function readBackupRecord(
  entry: ZipEntry,
  files: Map<string, ZipEntry>,
): Promise<RecordToMerge | null> {
  const record = await parse(entry, recordSchema)
  if (!record) return null
  const picture = record.state.kind === 'done' ? record.state.picture : null
  const bytes = async (folder: string, type: string) => {
    const extension = type === 'image/jpeg' ? 'jpg' : (type.split('/')[1] ?? 'bin')
    return (await files.get(`${folder}/${record.id}.${extension}`)?.read(type)) ?? null
  }
  const original = picture && (await bytes('originals', picture.type))
  const thumbnail = picture && (await bytes('thumbnails', 'image/webp'))
  if (picture && (!thumbnail || (picture.original && !original))) return null
  if (original && picture?.sha256 && isSecureContext && (await digest(original)) !== picture.sha256)
    return null
  return {
    record: withoutPendingRequest(record),
    bytes: thumbnail && { original, thumbnail },
    previews: await previewsIn(files, record),
  }
}

async function previewsIn(files: Map<string, ZipEntry>, { id, previews }: GalleryRecord) {
  const found: RecordToMerge['previews'] = []
  for (const at of previews.keys()) {
    const entry = ['webp', 'png', 'jpg', 'avif', 'gif']
      .map((extension) => files.get(`previews/${id}/${at}.${extension}`))
      .find((one) => one !== undefined)
    if (entry) found.push({ at, bytes: await entry.read(imageTypeOf(entry.name)) })
  }
  return found
}

/**
 * Nothing that is restored is sent by itself. A request that was in flight elsewhere may have been paid for; one that
 * waited was perhaps removed from that queue since.
 */
const withoutPendingRequest = (record: GalleryRecord): GalleryRecord => {
  const visible = { ...record, deletedAt: null }
  if (visible.state.kind !== 'submitting') return neverSent(visible, Date.now())
  // To look for it here would send it: this server may not know its key.
  return notFound(refused(visible, pendingElsewhere(), Date.now()))
}

const pendingElsewhere = () =>
  new ApiError(
    'submit_unknown',
    'This request was being sent when the backup was made. The job may have run and been billed.',
  )

/** Null when it is missing or of another shape. */
export async function parse<T>(
  entry: ZipEntry | undefined,
  schema: z.ZodMiniType<T>,
): Promise<T | null> {
  const text = await entry?.read('application/json').then((blob) => blob.text())
  try {
    return schema.safeParse(JSON.parse(text ?? 'null')).data ?? null
  } catch {
    return null
  }
}
