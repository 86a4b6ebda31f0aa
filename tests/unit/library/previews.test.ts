import 'fake-indexeddb/auto'
import { expect, test } from '@playwright/test'
import { database } from '@/lib/library/database'
import { readPreview } from '@/lib/library/previews'
import { isQuotaError, setStorageState } from '@/lib/library/quota'
import { addRecords, changeRecord } from '@/lib/library/records'
import { asMergedPreview, readOtherFile } from '@/lib/library/storage/other-files'
import { abortNext } from '../../fixtures/browser/lying-database'
import { failureOf } from '../../fixtures/failure-of'
import { submittingRecord } from '../../fixtures/record'

// Other files run in the same process after it.
test.afterEach(async () => {
  setStorageState(false)
  const db = await database()
  for (const store of db.objectStoreNames) await db.clear(store)
})

test('where a write is refused, all previews are deleted, and the other files of a job stay', async () => {
  const id = 'with previews'
  const bytes = new Blob(['a preview'], { type: 'image/webp' })
  await addRecords([{ ...submittingRecord, id }])
  const db = await database()
  await db.put('previews', bytes, [id, 0])
  await db.put('previews', bytes, [id, asMergedPreview(1, bytes).at])
  await db.put('previews', bytes, ['another', 1])

  abortNext(new DOMException('The disk is full.', 'QuotaExceededError'))
  const star = () => changeRecord(id, (record) => ({ ...record, favourite: true }))
  expect(isQuotaError(await failureOf(star))).toBe(true)
  await expect.poll(() => readPreview(id, 0)).toBe(undefined)
  expect(await readPreview('another', 1)).toBe(undefined)
  expect(await (await readOtherFile(id, 1))?.text()).toBe('a preview')
})
