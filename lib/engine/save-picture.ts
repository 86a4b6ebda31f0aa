import { imagePath } from '../api/jobs'
import { requestBlob } from '../api/request'
import { exclusively } from '../browser/exclusively'
import { ApiError } from '../contract/errors'
import {
  hasSpaceFor,
  isQuotaError,
  requestPersistence,
  setStorageState,
  unlessFull,
} from '../library/quota'
import { changeRecord, readRecord } from '../library/records'
import { finalUrl } from '../record/record'
import { failureOf, saved, unsaved } from '../record/transitions'
import { inspect } from './inspect-picture'

/**
 * Fetches a finished picture once, checks it, and keeps its bytes with a thumbnail. One at a time: a
 * large picture takes tens of megabytes while it is decoded. One without room waits until there is some.
 */
export const savePicture = (id: string): Promise<void> => exclusively('save', () => save(id))

/** Another try: the caretaker follows the record, and where that does not change it is made here. */
export async function retrySave(id: string): Promise<void> {
  const record = await readRecord(id)
  if (record?.state.kind !== 'saving') return
  if (record.state.problem === null) return savePicture(id)
  await changeRecord(id, (now) => unsaved(now, null)).catch(unlessFull)
}

async function save(id: string): Promise<void> {
  const record = await readRecord(id)
  const url = record && finalUrl(record)
  if (!url || record.state.kind !== 'saving') return
  try {
    const original = await requestBlob(imagePath(url), { about: [id] })
    const { picture, thumbnail } = await inspect(original)
    if (!(await hasSpaceFor(original.size + thumbnail.size))) return setStorageState(true, id)
    await changeRecord(id, (now) => saved(now, picture), { original, thumbnail })
    setStorageState(false)
    await requestPersistence()
  } catch (thrown) {
    // No fault of the picture, and there may be no room for the reason either.
    if (isQuotaError(thrown)) return setStorageState(true, id)
    const problem = failureOf(meaning(thrown), Date.now())
    await changeRecord(id, (now) => unsaved(now, problem)).catch(unlessFull)
  }
}

function meaning(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown.code === 'not_found' ? gone(thrown) : thrown
  return new ApiError('internal', 'This browser could not keep the picture.', { cause: thrown })
}

const gone = (cause: ApiError) =>
  new ApiError('not_found', 'Krea no longer has this picture. What made it is kept.', { cause })
