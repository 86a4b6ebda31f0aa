import { requestBlob } from '../client/api'
import { exclusively } from '../client/exclusively'
import { imagePath } from '../client/jobs'
import { ApiError } from '../errors'
import { inspect } from './inspect'
import { type Failure, finalUrl } from './record'
import { askToPersist, isQuotaError, tellStorage } from './storage'
import { changeRecord, readRecord } from './store'
import { failureOf, saved, unsaved } from './transitions'

/**
 * Fetches a finished picture once, checks it, and keeps its bytes with a thumbnail. One at a time: a
 * large picture takes tens of megabytes while it is decoded.
 */
export const savePicture = (id: string): Promise<void> => exclusively('save', () => save(id))

/** Asks for another try. */
export const retrySave = (id: string) => changeRecord(id, (record) => unsaved(record, null))

async function save(id: string): Promise<void> {
  const record = await readRecord(id)
  const url = record && finalUrl(record)
  if (!url || record.state.kind !== 'saving') return
  try {
    const original = await requestBlob(imagePath(url), { about: [id] })
    const { picture, thumbnail } = await inspect(original)
    await changeRecord(id, (now) => saved(now, picture), { original, thumbnail })
    tellStorage(false)
    await askToPersist()
  } catch (thrown) {
    await note(id, failureOf(meaning(thrown), Date.now()))
  }
}

/** Where there is no room even for the reason, the gallery says so, and the next start tries again. */
async function note(id: string, problem: Failure): Promise<void> {
  try {
    await changeRecord(id, (now) => unsaved(now, problem))
  } catch (error) {
    if (!isQuotaError(error)) throw error
  }
}

function meaning(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown.code === 'not_found' ? gone(thrown) : thrown
  const words = isQuotaError(thrown)
    ? 'The storage of this browser is full. Free some space, then try again.'
    : 'This browser could not keep the picture.'
  return new ApiError('internal', words, { cause: thrown })
}

const gone = (cause: ApiError) =>
  new ApiError('not_found', 'Krea no longer has this picture. What made it is kept.', { cause })
