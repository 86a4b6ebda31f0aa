import { postJob } from '../api/jobs'
import { exclusively } from '../browser/exclusively'
import type { Input, Model } from '../catalog/field'
import { ApiError, isApiError } from '../contract/errors'
import { sourceIdsOf } from '../library/picture-sources'
import { isQuotaError, unlessFull } from '../library/quota'
import { changeRecord, readRecord, removeRecord } from '../library/records'
import { newRecord } from '../record/new-record'
import { type GalleryRecord, startOf } from '../record/record'
import { advance, cancelledEarly, checkAgain, notFound, refused } from '../record/transitions'
import { uuid7 } from '../record/uuid'
import { cancel } from './follow'
import { backToQueue, enterQueue } from './queue-actions'
import { clearBackoff } from './queue-backoff'
import { lostAnswer, submitErrorOf } from './submit-error'

/** Within this time a request whose answer was lost is sent again by itself, with the same key. */
const resendWindowMs = 60_000
/** For this long a request that Krea is too busy for goes back to the queue by itself. */
const maxBusyMs = 10 * 60_000

/**
 * Writes the record, then requests the job: its tile shows at once, and nothing is lost if the page closes in
 * between.
 * @returns an error that no record shows: with `fields`, the form has to change and nothing was sent to Krea;
 * without, the record could not be written. The record itself holds every other error.
 * @param parents ids of the records it is made from; by default those whose pictures are in the input
 */
export async function submit(
  model: Model,
  input: Input,
  parents = sourceIdsOf(input),
): Promise<ApiError | null> {
  const { error } = await start(recordFor(model, input, parents))
  return error
}

/**
 * As `submit`, for a batch: its records are written together, so that all tiles show at once.
 * @returns the first error that no record shows
 */
export async function submitBatch(model: Model, inputs: Input[]): Promise<ApiError | null> {
  const outcomes = await startAll(
    inputs.map((input) => recordFor(model, input, sourceIdsOf(input))),
  )
  return outcomes.find(({ error }) => error)?.error ?? null
}

const recordFor = (model: Model, input: Input, parents: string[]) =>
  newRecord(model, input, uuid7(Date.now()), Date.now(), parents)

/** Requests a failed picture again: a new job, whose record replaces the failed one. */
export async function retry(model: Model, failed: GalleryRecord): Promise<ApiError | null> {
  const record = recordFor(model, failed.input, failed.parents)
  const { isWritten, error } = await start(record, () => removeRecord(failed.id))
  return isWritten ? null : error
}

type Started = { isWritten: boolean; error: ApiError | null }

async function start(record: GalleryRecord, onWritten?: () => Promise<void>): Promise<Started> {
  const [started] = await startAll([record], onWritten)
  return started ?? { isWritten: false, error: null }
}

/** Writes records together, then sends those that have a free slot; the queue sends the others. */
function startAll(records: GalleryRecord[], onWritten = async () => {}): Promise<Started[]> {
  let unlocked = records.length
  let write: () => void
  const written = new Promise<Written>((resolve) => {
    write = () => resolve(writeToQueue(records))
  })
  return Promise.all(
    records.map(({ id }, at) =>
      lockSubmit(id, async (): Promise<Started> => {
        // Nobody else may send any of them once it is written.
        unlocked -= 1
        if (unlocked === 0) write()
        const { entered, error } = await written
        const record = entered?.[at]
        if (!record) return { isWritten: false, error }
        await onWritten()
        const failure = record.state.kind === 'submitting' ? await send(record) : null
        if (!failure || !isFormError(failure)) return { isWritten: true, error: null }
        await removeRecord(id)
        return { isWritten: true, error: failure }
      }),
    ),
  )
}

/** Sends a record that the queue let go, or whose page closed before the answer came. */
export function resumeSubmit(id: string): Promise<ApiError | null> {
  return lockSubmit(id, async () => {
    const record = await readRecord(id)
    if (record?.state.kind !== 'submitting') return null
    // A cancelled request is not sent again, not even to learn of its job.
    const isFresh = Date.now() - startOf(record) < resendWindowMs
    if (isFresh && !record.state.isCancelled) return send(record, true)
    await changeRecord(id, (before) => refused(before, lostAnswer(), Date.now()))
    return null
  })
}

/** Follows a job again that was given up, or asks again for a lost answer. */
export function resume(id: string): Promise<ApiError | null> {
  return lockSubmit(id, async () => {
    const record = await changeRecord(id, (before) => checkAgain(before, Date.now()))
    if (record?.state.kind !== 'submitting') return null
    const error = await send(record, true)
    if (error?.code === 'submit_unknown') await writeAnswer(id, notFound)
    return error
  })
}

/** Cancels a job whose request is still on its way: as soon as Krea names it. */
export async function cancelSubmit(id: string): Promise<void> {
  const record = await changeRecord(id, cancelledEarly)
  if (record?.state.kind === 'running') await cancel(id, record.state.job.id)
}

/** One tab at a time sends a record. */
const lockSubmit = <T>(id: string, work: () => Promise<T>) => exclusively(`submit:${id}`, work)

/**
 * The record's own key makes a repeated request harmless.
 * @param mayRepeat whether it may have been sent before
 */
async function send(record: GalleryRecord, mayRepeat = false): Promise<ApiError | null> {
  const askedAt = Date.now()
  const answer = await postJob(record.id, record).catch((thrown: unknown) =>
    submitErrorOf(thrown, mayRepeat),
  )
  if (!isApiError(answer)) {
    clearBackoff()
    let isCancelled: boolean | undefined
    await writeAnswer(record.id, (before) => {
      isCancelled = before.state.kind === 'submitting' && before.state.isCancelled
      return advance(before, answer, Date.now(), askedAt)
    })
    // Where that fails, the tile still shows the job and its Cancel button.
    if (isCancelled) await cancel(record.id, answer.id).catch(() => undefined)
    return null
  }
  if (isBusy(record, answer)) {
    await backToQueue(record.id, answer.retryAfterMs).catch(unlessFull)
    return null
  }
  await writeAnswer(record.id, (before) => refused(before, answer, Date.now()))
  return answer
}

/** On a full storage the record stays as it is, and asks again with its key once there is space. */
const writeAnswer = (id: string, change: (record: GalleryRecord) => GalleryRecord) =>
  changeRecord(id, change).catch(unlessFull)

/** The webhook is no field of the form: its card leads to its setting. */
const isFormError = ({ fields }: ApiError) =>
  fields?.some(({ path }) => path !== 'webhookUrl') ?? false

/** Krea made nothing and nothing is wrong: the record waits, unless it has waited for too long. */
const isBusy = ({ busy }: GalleryRecord, { code }: ApiError) =>
  code === 'rate_limited' && Date.now() - (busy?.since ?? Date.now()) < maxBusyMs

type Written = { entered: GalleryRecord[] | null; error: ApiError | null }

async function writeToQueue(records: GalleryRecord[]): Promise<Written> {
  try {
    return { entered: await enterQueue(records), error: null }
  } catch (cause) {
    return { entered: null, error: new ApiError('internal', writeErrorSentence(cause), { cause }) }
  }
}

function writeErrorSentence(cause: unknown): string {
  if (isQuotaError(cause))
    return 'The storage of this browser is full. Nothing was sent: free some space first.'
  return cause instanceof DOMException && cause.name === 'AbortError'
    ? 'The storage of this browser does not answer. Nothing was sent: close other tabs of this page and reload.'
    : 'This browser does not let the page keep anything. Nothing was sent: leave private mode, allow site data, or free space on the disk.'
}
