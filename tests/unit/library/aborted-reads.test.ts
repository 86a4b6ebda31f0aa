import { expect, test } from '@playwright/test'
import { readBoards } from '@/lib/library/boards'
import { cachedRecord, subscribeToRecord } from '@/lib/library/record-cache'
import { addRecords, readOpenRecords, readRecord } from '@/lib/library/records'
import { readAllRunTimes } from '@/lib/library/request-log'
import { readUntilDone } from '@/lib/library/storage/read-until-done'
import { abortReads } from '../../fixtures/browser/lying-database'
import { failureOf } from '../../fixtures/failure-of'
import { submittingRecord } from '../../fixtures/record'

const { id } = submittingRecord

test.beforeAll(() => addRecords([submittingRecord]))

/** Playwright fails a test in which a rejection is unhandled; the runtime looks for them after each task. */
const endOfTask = () => new Promise((resolve) => setImmediate(resolve))

for (const [name, read] of Object.entries({ readBoards, readOpenRecords, readAllRunTimes }))
  test(`an aborted transaction is an error of ${name}, and no unhandled one`, async () => {
    await read()
    const stop = abortReads()
    expect(await failureOf(read)).toMatchObject({ name: 'AbortError' })
    stop()
    await endOfTask()
  })

test('a record that is shown is read again when its transaction was aborted', async () => {
  const stop = abortReads()
  const shown = new Promise<void>((resolve) => subscribeToRecord(id, resolve))
  await failureOf(() => readRecord(id))
  stop()
  await shown
  expect(cachedRecord(id)).toEqual(submittingRecord)
})

test('a record whose read failed when nobody showed it any more is read for the next one', async () => {
  const other = { ...submittingRecord, id: 'other' }
  await addRecords([other])
  const stop = abortReads()
  subscribeToRecord(other.id, () => undefined)()
  await failureOf(() => readRecord(other.id))
  stop()
  await endOfTask()
  await new Promise<void>((resolve) => subscribeToRecord(other.id, resolve))
  expect(cachedRecord(other.id)).toEqual(other)
})

test('a failed read is made again after pauses that double up to 30 s, until it succeeds', async () => {
  const pauses: number[] = []
  const read = async () => {
    if (pauses.length < 9) throw new Error('aborted')
    return 'the picture'
  }
  const wait = async (ms: number) => void pauses.push(ms)
  expect(await readUntilDone(read, () => true, wait)).toBe('the picture')
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})

test('a read that nobody needs any more is not made again', async () => {
  let reads = 0
  let isNeeded = true
  const read = async () => {
    reads += 1
    throw new Error('aborted')
  }
  const wait = async () => {
    isNeeded = false
  }
  const reading = () => readUntilDone(read, () => isNeeded, wait)
  expect(String(await failureOf(reading))).toContain('aborted')
  expect(reads).toBe(1)
})
