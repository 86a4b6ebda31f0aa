import { postJob } from '../api/jobs'
import { exclusively } from '../browser/exclusively'
import type { Input, Model } from '../catalog/field'
import { ApiError } from '../contract/errors'
import { sourceIdsOf } from '../library/picture-sources'
import { unlessFull } from '../library/quota'
import { changeRecord, readRecord, removeRecord } from '../library/records'
import { newRecord } from '../record/new-record'
import { type GalleryRecord, startOf } from '../record/record'
import { advance, checkAgain, refused } from '../record/transitions'
import { uuid7 } from '../record/uuid'
import { backToQueue, enterQueue } from './queue-actions'
import { clearBackoff } from './queue-backoff'

/** Within this time a request whose answer was lost is sent again, with the same key, unasked. */
const resendWindowMs = 60_000
/** For this long a request that Krea is too busy for goes back to the queue by itself. */
const longestBusyMs = 10 * 60_000

/**
 * Writes the record, then asks for the job: a tile is there at once, and nothing is lost if the page
 * goes away in between.
 * @returns what has no record to tell of it: with `fields`, what the form has to change, so that nothing
 * was sent to Krea; else why nothing can be kept. Any other failure is kept in the record.
 * @param parents ids of the records it is made from: those whose pictures go in, unless told
 */
export async function submit(
  model: Model,
  input: Input,
  parents = sourceIdsOf(input),
): Promise<ApiError | null> {
  const { error } = await launch(newRecord(model, input, uuid7(Date.now()), Date.now(), parents))
  return error
}

/** Asks afresh for what failed: a new job, whose record takes the place of the old one. */
export async function retry(model: Model, failed: GalleryRecord): Promise<ApiError | null> {
  const { input, parents } = failed
  const record = newRecord(model, input, uuid7(Date.now()), Date.now(), parents)
  const { kept, error } = await launch(record, () => removeRecord(failed.id))
  return kept ? null : error
}

/** Keeps a record, then sends it if there is a free place; else the queue will. */
function launch(record: GalleryRecord, onKept = async () => {}) {
  return alone(record.id, async () => {
    const { entered, error } = await keep(record)
    if (!entered) return { kept: false, error }
    await onKept()
    const failure = entered.state.kind === 'submitting' ? await send(entered) : null
    if (!failure || !isOfForm(failure)) return { kept: true, error: null }
    await removeRecord(record.id)
    return { kept: true, error: failure }
  })
}

/** Takes up a record that was being submitted when its page went away. */
export function resumeSubmit(id: string): Promise<ApiError | null> {
  return alone(id, async () => {
    const record = await readRecord(id)
    if (record?.state.kind !== 'submitting') return null
    if (Date.now() - startOf(record) < resendWindowMs) return send(record)
    await changeRecord(id, (now) => refused(now, lostAnswer(), Date.now()))
    return null
  })
}

/** Goes after a job that had been given up, or after the lost answer to its request. */
export function resume(id: string): Promise<ApiError | null> {
  return alone(id, async () => {
    const record = await changeRecord(id, (before) => checkAgain(before, Date.now()))
    return record?.state.kind === 'submitting' ? send(record) : null
  })
}

const alone = <T>(id: string, work: () => Promise<T>) => exclusively(`submit:${id}`, work)

/** The key makes a repeated request harmless: it is the record's own. */
async function send(record: GalleryRecord): Promise<ApiError | null> {
  const answer = await postJob(record.id, record).catch(meaning)
  if (!(answer instanceof ApiError)) {
    clearBackoff()
    await note(record.id, (now) => advance(now, answer, Date.now()))
    return null
  }
  if (isBusy(record, answer)) {
    await backToQueue(record.id, answer.retryAfterMs).catch(unlessFull)
    return null
  }
  await note(record.id, (now) => refused(now, answer, Date.now()))
  return answer
}

/** Where there is no room for the answer, the record asks for it again with its key, once there is. */
const note = (id: string, change: (record: GalleryRecord) => GalleryRecord) =>
  changeRecord(id, change).catch(unlessFull)

/** The webhook is no field of the form: its card leads to where it is set. */
const isOfForm = ({ fields }: ApiError) =>
  fields?.some(({ path }) => path !== 'webhookUrl') ?? false

/** Nothing was made and nothing is wrong: it is for later, unless that has gone on for too long. */
const isBusy = ({ busy }: GalleryRecord, { code }: ApiError) =>
  code === 'rate_limited' && Date.now() - (busy?.since ?? Date.now()) < longestBusyMs

async function keep(record: GalleryRecord) {
  try {
    return { entered: await enterQueue(record), error: null }
  } catch (cause) {
    return { entered: null, error: new ApiError('internal', unkept(cause), { cause }) }
  }
}

/** No answer at all may still mean a job; an answer says what is. */
function meaning(thrown: unknown): ApiError {
  if (!(thrown instanceof ApiError)) return new ApiError('internal', undefined, { cause: thrown })
  const unanswered = thrown.code === 'krea_unavailable' && thrown.requestId === undefined
  if (!unanswered) return thrown
  return navigator.onLine ? lostAnswer() : new ApiError('krea_unavailable', thrown.message)
}

const lostAnswer = () =>
  new ApiError('submit_unknown', 'No answer came back: the picture may be under way, or not.')

function unkept(cause: unknown): string {
  return cause instanceof DOMException && cause.name === 'QuotaExceededError'
    ? 'The storage of this browser is full. Nothing was sent: free some space first.'
    : 'This browser does not let the page keep anything. Nothing was sent: leave private mode, or allow site data.'
}
