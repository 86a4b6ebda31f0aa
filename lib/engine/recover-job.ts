import { readJob } from '../api/jobs'
import { exclusively } from '../browser/exclusively'
import { isApiError } from '../contract/errors'
import type { Job } from '../contract/jobs'
import { undelete } from '../library/deletion'
import { addRecords, findByJob } from '../library/records'
import { failureCard } from '../record/failure-card'
import type { GalleryRecord } from '../record/record'
import { isOpen } from '../record/record-state'
import { advance } from '../record/transitions'
import { uuid7 } from '../record/uuid'

/**
 * Adds a job that no browser has a record of to this gallery; the engine then follows it or saves its picture.
 * The same job is never added twice.
 * @returns a sentence about the result
 */
export const recoverJob = (jobId: string): Promise<string> =>
  exclusively('adopt', () => addJob(jobId).catch(toSentence))

async function addJob(jobId: string): Promise<string> {
  const known = await findByJob(jobId)
  if (known?.deletedAt === null) return 'This job is in your gallery already.'
  if (known) {
    await undelete([known.id])
    return 'This job is in your gallery again.'
  }
  const job = await readJob(jobId)
  const now = Date.now()
  const record = advance(recoveredRecord(job, now), job, now)
  if (isOpen(record.state.kind)) await addRecords([record])
  return sentenceAbout(record.state)
}

function sentenceAbout(state: GalleryRecord['state']): string {
  switch (state.kind) {
    case 'waiting':
    case 'submitting':
    case 'running':
      return 'The recovered job is in your gallery, and still running.'
    case 'saving':
    case 'done':
      return 'The recovered picture is in your gallery.'
    case 'failed':
      return `There is no picture to add. ${failureCard(state.failure, true).sentence}`
    case 'cancelled':
      return 'This job was cancelled: there is no picture to add.'
    default:
      return state satisfies never
  }
}

/**
 * Krea keeps neither prompt nor model. The record's id follows from the job's, so it exists only once. Its time
 * counts from now: new jobs are read often.
 */
function recoveredRecord({ id, createdAt }: Job, now: number): GalleryRecord {
  const parsed = Date.parse(createdAt)
  const madeAt = Number.isNaN(parsed) ? now : parsed
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

function toSentence(thrown: unknown): string {
  if (!isApiError(thrown)) return 'This browser could not keep the job.'
  return thrown.code === 'not_found'
    ? 'Krea knows no such job: there is nothing to add.'
    : `The job could not be added: ${thrown.message} Follow the link again later.`
}
