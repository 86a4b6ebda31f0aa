import { imagePath } from '../../api/jobs'
import { requestBlob } from '../../api/request'
import { exclusively } from '../../browser/exclusively'
import { ApiError, isApiError } from '../../contract/errors'
import type { JobImage } from '../../contract/jobs'
import { fileKindOf } from '../../file-kind'
import {
  hasSpaceFor,
  isQuotaError,
  requestPersistence,
  setStorageState,
  unlessFull,
} from '../../library/quota'
import { changeRecord, readRecord } from '../../library/records'
import { writeOtherFile } from '../../library/storage/other-files'
import { finalImages, type GalleryRecord, type OtherFile } from '../../record/record'
import { saved, toFailure, unsaved } from '../../record/transitions'
import { inspectFile } from './inspect-file'
import { inspectPicture } from './inspect-picture'

/**
 * Fetches a finished picture once, checks it, and writes its bytes with a thumbnail. One at a time: a large
 * picture takes tens of megabytes while it is decoded. A picture that does not fit waits until there is space.
 */
export const savePicture = (id: string): Promise<void> => exclusively('save', () => save(id))

/** Saves again: through the engine, which hears that the record changed; where it does not change, from here. */
export async function retrySave(id: string): Promise<void> {
  const record = await readRecord(id)
  if (record?.state.kind !== 'saving') return
  if (record.state.problem === null) return savePicture(id)
  await changeRecord(id, (before) => unsaved(before, null)).catch(unlessFull)
}

async function save(id: string): Promise<void> {
  const record = await readRecord(id)
  if (record?.state.kind !== 'saving') return
  const [first, ...rest] = finalImages(record)
  if (!first) return
  try {
    const { file: original, picture, thumbnail } = await fetchFile(record, first)
    if (!(await hasSpaceFor(original.size + thumbnail.size))) return setStorageState(true, id)
    const others = await saveOthers(record, rest)
    if (others === 'full') return setStorageState(true, id)
    await changeRecord(id, (before) => saved(before, picture, others), { original, thumbnail })
    setStorageState(false)
    // Firefox asks the person: until there is an answer, other pictures are saved.
    void requestPersistence().catch(() => undefined)
  } catch (thrown) {
    // The record could not even hold the reason.
    if (isQuotaError(thrown)) return setStorageState(true, id)
    const problem = toFailure(toApiError(thrown), Date.now())
    await changeRecord(id, (before) => unsaved(before, problem)).catch(unlessFull)
  }
}

async function fetchFile({ id, aspect }: GalleryRecord, { url }: JobImage) {
  const file = await requestBlob(imagePath(url), { about: [id] })
  const kind = fileKindOf(file.type)
  const inspected =
    kind === 'image' ? await inspectPicture(file) : await inspectFile(file, kind, aspect)
  return { file, ...inspected }
}

/** One that cannot be had at all is left out: the first must not wait for it. */
async function saveOthers(
  record: GalleryRecord,
  images: JobImage[],
): Promise<OtherFile[] | 'full'> {
  const saved: OtherFile[] = []
  for (const [index, image] of images.entries()) {
    const fetched = await fetchFile(record, image).catch((error: unknown) => {
      if (isApiError(error) && !error.retryable) return null
      throw error
    })
    if (!fetched) continue
    if (!(await hasSpaceFor(fetched.file.size))) return 'full'
    const at = index + 1
    await writeOtherFile(record.id, at, fetched.file)
    saved.push({ ...fetched.picture, at })
  }
  return saved
}

function toApiError(thrown: unknown): ApiError {
  if (isApiError(thrown)) return thrown.code === 'not_found' ? gone(thrown) : thrown
  return new ApiError('internal', 'This browser could not keep the picture.', { cause: thrown })
}

const gone = (cause: ApiError) =>
  new ApiError('not_found', 'Krea no longer has this picture. What made it is kept.', { cause })
