import { readJob } from '../api/jobs'
import { exclusively } from '../browser/exclusively'
import { ApiError } from '../contract/errors'
import type { Job } from '../contract/jobs'
import { undelete } from '../library/deletion'
import { addRecord, findByJob } from '../library/records'
import { failureCard } from '../record/failure-card'
import type { GalleryRecord } from '../record/record'
import { advance } from '../record/transitions'
import { uuid7 } from '../record/uuid'

/**
 * Takes a job that no browser holds into this gallery: its record is made, and the caretaker follows
 * it or keeps its picture. The same job is never here twice.
 * @returns what came of it, in a sentence
 */
export const recoverJob = (jobId: string): Promise<string> =>
  exclusively('adopt', () => take(jobId).catch(inWords))

async function take(jobId: string): Promise<string> {
  const held = await findByJob(jobId)
  if (held?.deletedAt === null) return 'This job is in your gallery already.'
  if (held) {
    await undelete([held.id])
    return 'This job is in your gallery again.'
  }
  const job = await readJob(jobId)
  const now = Date.now()
  const record = advance(strayRecord(job, now), job, now)
  const { state } = record
  if (state.kind === 'cancelled') return 'This job was cancelled: there is no picture to adopt.'
  if (state.kind === 'failed')
    return `There is no picture to adopt. ${failureCard(state.failure, true).sentence}`
  await addRecord(record)
  return state.kind === 'saving'
    ? 'The recovered picture is in your gallery.'
    : 'The recovered job is in your gallery, and still under way.'
}

/**
 * Krea keeps neither prompt nor model. The id follows from the job, so that it can be here only once;
 * its time counts from now, for it is read often while it is new.
 */
function strayRecord({ id, createdAt }: Job, now: number): GalleryRecord {
  const madeAt = Date.parse(createdAt)
  const bytes = id.replaceAll('-', '').match(/../g) ?? []
  const tail = bytes.slice(-10).map((hex) => Number.parseInt(hex, 16))
  return {
    id: uuid7(madeAt, new Uint8Array(tail)),
    createdAt: madeAt,
    model: 'recovered',
    modelName: 'Recovered job',
    prompt: '',
    input: {},
    price: null,
    typicalSeconds: null,
    aspect: 1,
    previews: [],
    state: { kind: 'submitting' },
    favourite: false,
    boards: [],
    parents: [],
    deletedAt: null,
    startedAt: now,
  }
}

function inWords(thrown: unknown): string {
  if (!(thrown instanceof ApiError)) return 'This browser could not keep the job.'
  return thrown.code === 'not_found'
    ? 'Krea knows no such job: there is nothing to adopt.'
    : `The job could not be adopted: ${thrown.message} Follow the link again later.`
}
