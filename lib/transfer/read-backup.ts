import { ApiError } from '../contract/errors'
import { digest } from '../engine/pictures/digest'
import { extensionOf } from '../file-kind'
import type { RecordToMerge } from '../library/merge'
import { asMergedPreview } from '../library/storage/other-files'
import { type GalleryRecord, otherFilesOf, recordSchema } from '../record/record'
import { neverSent, notFound, refused } from '../record/transitions'
import { imageTypeOf, otherFileName } from './backup'
import { parseEntry } from './parse-entry'
import type { ZipEntry } from './zip-reader'

/** Gives the thumbnail if it can be shown, else one made of the original, else null. */
export type CheckThumbnail = (thumbnail: Blob | null, original: Blob | null) => Promise<Blob | null>

/** A record of a backup with its bytes; null when it is damaged. @param files of the zip, by name */
export async function readBackupRecord(
  entry: ZipEntry,
  files: Map<string, ZipEntry>,
  checkThumbnail: CheckThumbnail,
): Promise<RecordToMerge | null> {
  const record = await parseEntry(entry, recordSchema)
  if (!record) return null
  const picture = record.state.kind === 'done' ? record.state.picture : null
  const bytes = async (folder: string, type: string) => {
    return (await files.get(`${folder}/${record.id}.${extensionOf(type)}`)?.read(type)) ?? null
  }
  const original = picture && (await bytes('originals', picture.type))
  if (picture?.original && !original) return null
  if (original && picture?.sha256 && isSecureContext && (await digest(original)) !== picture.sha256)
    return null
  const thumbnail =
    picture && (await checkThumbnail(await pictureIn(files, `thumbnails/${record.id}`), original))
  if (picture && !thumbnail) return null
  return {
    record: withoutPendingRequest(record),
    bytes: thumbnail && { original, thumbnail },
    previews: [...(await previewsIn(files, record)), ...(await otherFilesIn(files, record))],
  }
}

/** Of any type: browsers that cannot write WebP made PNG or JPEG. @param name without its extension */
async function pictureIn(files: Map<string, ZipEntry>, name: string): Promise<Blob | null> {
  const entry = ['webp', 'png', 'jpg', 'avif', 'gif']
    .map((extension) => files.get(`${name}.${extension}`))
    .find((one) => one !== undefined)
  return entry ? entry.read(imageTypeOf(entry.name)) : null
}

async function previewsIn(files: Map<string, ZipEntry>, { id, previews }: GalleryRecord) {
  const found: RecordToMerge['previews'] = []
  for (const at of previews.keys()) {
    const bytes = await pictureIn(files, `previews/${id}/${at}`)
    if (bytes) found.push({ at, bytes })
  }
  return found
}

async function otherFilesIn(files: Map<string, ZipEntry>, record: GalleryRecord) {
  const found: RecordToMerge['previews'] = []
  for (const { at, type } of otherFilesOf(record)) {
    const bytes = await files.get(otherFileName(record.id, at, type))?.read(type)
    if (bytes) found.push(asMergedPreview(at, bytes))
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
