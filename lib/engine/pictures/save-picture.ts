import { imagePath } from '../../api/jobs'
import { requestBlob } from '../../api/request'
import { exclusively } from '../../browser/exclusively'
import { ApiError, isApiError } from '../../contract/errors'
import {
  hasSpaceFor,
  isQuotaError,
  requestPersistence,
  setStorageState,
  unlessFull,
} from '../../library/quota'
import { changeRecord, readRecord } from '../../library/records'
import { finalUrl } from '../../record/record'
import { saved, toFailure, unsaved } from '../../record/transitions'
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
  const url = record && finalUrl(record)
  if (!url || record.state.kind !== 'saving') return
  try {
    const original = await requestBlob(imagePath(url), { about: [id] })
    const { picture, thumbnail } = await inspectPicture(original)
    if (!(await hasSpaceFor(original.size + thumbnail.size))) return setStorageState(true, id)
    await changeRecord(id, (before) => saved(before, picture), { original, thumbnail })
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

function toApiError(thrown: unknown): ApiError {
  if (isApiError(thrown)) return thrown.code === 'not_found' ? gone(thrown) : thrown
  return new ApiError('internal', 'This browser could not keep the picture.', { cause: thrown })
}

const gone = (cause: ApiError) =>
  new ApiError('not_found', 'Krea no longer has this picture. What made it is kept.', { cause })
