import { expect, test } from '@playwright/test'
import { unwrap } from 'idb'
import { database } from '@/lib/library/database'
import { mergeRecords } from '@/lib/library/merge'
import { isQuotaError } from '@/lib/library/quota'
import { addRecords, changeRecord, readBlob, readRecord } from '@/lib/library/records'
import { canStoreBlobs } from '@/lib/library/storage/blob-support'
import { readOtherFile, writeOtherFile } from '@/lib/library/storage/other-files'
import { saved } from '@/lib/record/transitions'
import { abortNext, cutOff, lieAbout, overwritten } from '../../fixtures/browser/lying-database'
import { failureOf } from '../../fixtures/failure-of'
import { fakeGlobals, restoreGlobalsAfterEach } from '../../fixtures/fake-globals'
import { completedJob, savedPicture, submittingRecord } from '../../fixtures/record'

restoreGlobalsAfterEach()

const original = new Blob(['an original'], { type: 'image/png' })
const thumbnail = new Blob(['a thumbnail'], { type: 'image/webp' })

const savingRecord = {
  ...submittingRecord,
  state: { kind: 'saving' as const, job: completedJob, problem: null },
}
const { id } = savingRecord
const doneRecord = saved(savingRecord, savedPicture)
const save = () =>
  changeRecord(id, (record) => saved(record, savedPicture), { original, thumbnail })

async function countFiles(): Promise<number> {
  const stores = ['originals', 'thumbnails', 'previews'] as const
  const counts = await Promise.all(stores.map(async (store) => (await database()).count(store)))
  return counts.reduce((sum, count) => sum + count, 0)
}

test.afterEach(async () => {
  lieAbout()
  setVendor()
  const db = await database()
  for (const store of db.objectStoreNames) await db.clear(store)
})

test('the blob that is tried is never written: WebKit would give its content to the next one', async () => {
  const ends: string[] = []
  const db = unwrap(await database())
  const { transaction } = db
  db.transaction = (...args) => {
    const begun = transaction.apply(db, args)
    for (const end of ['complete', 'abort'])
      begun.addEventListener(end, () => void (begun.mode === 'readwrite' && ends.push(end)))
    return begun
  }
  expect(await canStoreBlobs()).toBe(true)
  db.transaction = transaction
  expect(ends).toEqual(['abort'])
})

for (const [name, lies] of Object.entries({
  'whose original is cut off': [cutOff, same, cutOff],
  'whose thumbnail is cut off': [same, cutOff, same, cutOff],
  'that has the bytes of another file': [overwritten, same, overwritten],
}))
  test(`a picture ${name} is not kept, and the storage counts as full`, async () => {
    await addRecords([savingRecord])
    lieAbout(...lies)
    expect(isQuotaError(await failureOf(save))).toBe(true)
    expect((await readRecord(id))?.state.kind).toBe('saving')
    expect(await countFiles()).toBe(0)

    await save()
    expect(await readRecord(id)).toEqual(doneRecord)
    expect(await (await readBlob('originals', id))?.text()).toBe('an original')
  })

test('a picture that is written whole at the second attempt is kept', async () => {
  await addRecords([savingRecord])
  lieAbout(cutOff)
  await save()
  expect(await readRecord(id)).toEqual(doneRecord)
  expect(await (await readBlob('originals', id))?.text()).toBe('an original')
  expect(await (await readBlob('thumbnails', id))?.text()).toBe('a thumbnail')
})

test('a transaction that WebKit aborts without a reason is a full storage', async () => {
  await addRecords([savingRecord])
  await canStoreBlobs()
  setVendor('Apple Computer, Inc.')
  abortNext()
  expect(isQuotaError(await failureOf(save))).toBe(true)
  expect((await readRecord(id))?.state.kind).toBe('saving')
})

// As Chromium 156 says them on a full disk.
for (const reason of [
  new DOMException('Failed to write blobs (IOError)', 'DataError'),
  new DOMException('Connection is closing because of: FILE_ERROR_NO_SPACE', 'UnknownError'),
])
  test(`a transaction that is aborted for “${reason.message}” is a full storage`, async () => {
    await addRecords([savingRecord])
    await canStoreBlobs()
    abortNext(reason)
    expect(isQuotaError(await failureOf(save))).toBe(true)
    await save()
    expect(await readRecord(id)).toEqual(doneRecord)
  })

for (const vendor of ['Google Inc.', ''])
  test(`a transaction that a browser of vendor “${vendor}” aborts without a reason is no full storage`, async () => {
    await addRecords([savingRecord])
    await canStoreBlobs()
    setVendor(vendor)
    abortNext()
    expect(await failureOf(save)).toMatchObject({ name: 'AbortError' })
    expect((await readRecord(id))?.state.kind).toBe('saving')
    await save()
    expect(await readRecord(id)).toEqual(doneRecord)
  })

test('another file of a job that is cut off is not kept', async () => {
  await addRecords([savingRecord])
  lieAbout(cutOff, cutOff)
  expect(isQuotaError(await failureOf(() => writeOtherFile(id, 1, original)))).toBe(true)
  expect(await readOtherFile(id, 1)).toBe(undefined)
})

test('nothing is written for a record that was removed', async () => {
  await save()
  await writeOtherFile(id, 1, original)
  expect(await countFiles()).toBe(0)
})

test('a backup whose pictures are cut off is not restored', async () => {
  const merged = [{ record: doneRecord, bytes: { original, thumbnail }, previews: [] }]
  lieAbout(cutOff, same, cutOff)
  expect(isQuotaError(await failureOf(() => mergeRecords(merged)))).toBe(true)
  expect(await readRecord(id)).toBe(undefined)
  expect(await countFiles()).toBe(0)
  expect(await mergeRecords(merged)).toEqual({ added: 1, present: 0 })
  expect(await mergeRecords(merged)).toEqual({ added: 0, present: 1 })
})

test('a thumbnail stays if the original that a backup brings back is cut off', async () => {
  const withoutOriginal = { ...savedPicture, original: false }
  await mergeRecords([
    {
      record: saved(savingRecord, withoutOriginal),
      bytes: { original: null, thumbnail },
      previews: [],
    },
  ])
  lieAbout(cutOff, cutOff)
  const merged = [{ record: doneRecord, bytes: { original, thumbnail }, previews: [] }]
  await failureOf(() => mergeRecords(merged))
  expect(await (await readBlob('thumbnails', id))?.text()).toBe('a thumbnail')
  await mergeRecords(merged)
  expect(await readRecord(id)).toEqual(doneRecord)
  expect(await (await readBlob('originals', id))?.text()).toBe('an original')
})

/** By it the page tells WebKit from other browsers. */
function setVendor(vendor?: string): void {
  const value = vendor === undefined ? undefined : { vendor }
  fakeGlobals({ navigator: value })
}

for (const [name, damage] of Object.entries({
  'are missing': undefined,
  'are empty': new Blob([]),
  'are of another picture': new Blob(['another pic'], { type: 'image/png' }),
}))
  test(`a backup brings back a picture whose files ${name}`, async () => {
    const bytes = { original, thumbnail }
    const merged = [{ record: doneRecord, bytes, previews: [] }]
    await mergeRecords(merged)
    const db = await database()
    for (const store of ['originals', 'thumbnails'] as const)
      await (damage ? db.put(store, damage, id) : db.delete(store, id))
    expect((await readBlob('originals', id))?.size).toBe(damage?.size || undefined)
    expect(await mergeRecords(merged)).toEqual({ added: 1, present: 0 })
    expect(await (await readBlob('originals', id))?.text()).toBe('an original')
    expect(await readRecord(id)).toEqual(doneRecord)
    expect(await mergeRecords(merged)).toEqual({ added: 0, present: 1 })
  })

function same(written: Blob): Blob {
  return written
}
