import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { reviewPictures } from '@/lib/server/db/review-tables'
import { createReview } from '@/lib/server/reviews/create-review'
import { pictureResponse } from '@/lib/server/reviews/pictures/picture-response'
import { reservePicture } from '@/lib/server/reviews/pictures/reserve-picture'
import { createPictureStorage } from '@/lib/server/reviews/storage/picture-storage'
import { sweepReviews } from '@/lib/server/reviews/sweep'
import { newLedger } from '../../fixtures/server/ledger'

const minute = 60_000
const start = Date.parse('2026-03-01T12:00:00Z')
const bytes = Uint8Array.of(1, 2, 3)

/** A review with a picture whose upload broke off after its bytes were written. */
async function brokenUpload() {
  const { db, dataFolder, close } = await newLedger()
  const place = { kind: 'folder', folder: dataFolder } as const
  const storage = createPictureStorage(
    () => place,
    async () => db,
  )
  const { review } = await createReview(db, { title: 'Mine' }, 'visitor', start)
  const reserve = (now: number) =>
    reservePicture(
      db,
      {
        reviewId: review.id,
        sha256: 'of-the-file',
        width: 1,
        height: 1,
        type: 'image/png',
        bytes: 9,
        meta: {},
      },
      { maxBytes: 1_000, now },
    )
  const row = await reserve(start)
  await storage.write(row.storageId, { original: bytes, page: bytes, thumb: bytes, small: bytes })
  const files = () => readdirSync(join(dataFolder, 'reviews'))
  const rows = () => db.select().from(reviewPictures)
  const dropSmall = () => rmSync(join(dataFolder, 'reviews', `${row.storageId}.small`))
  return { db, storage, reserve, row, files, dropSmall, rows, close }
}

test('an upload that broke off is given up after a while, with its bytes', async () => {
  const { db, storage, files, rows, close } = await brokenUpload()
  await sweepReviews(db, storage, start + 14 * minute)
  expect([files().length, (await rows()).length]).toEqual([4, 1])
  await sweepReviews(db, storage, start + 16 * minute)
  expect([files(), await rows()]).toEqual([[], []])
  await close()
})

test('the same bytes sent again take its place over, and are not given up', async () => {
  const { db, storage, reserve, row, files, close } = await brokenUpload()
  const again = await reserve(start + 20 * minute)
  expect([again.id, again.storageId]).toEqual([row.id, row.storageId])
  await sweepReviews(db, storage, start + 21 * minute)
  expect(files()).toHaveLength(4)
  await close()
})

test('bytes are read as they were written, and what is not there is null', async () => {
  const { storage, row, close } = await brokenUpload()
  expect(await storage.read(row.storageId, 'page')).toEqual(bytes)
  expect(await storage.read(randomUUID(), 'page')).toBe(null)
  await storage.remove(randomUUID())
  await storage.remove(row.storageId)
  await storage.remove(row.storageId)
  expect(await storage.read(row.storageId, 'page')).toBe(null)
  await close()
})

test('a picture that was shared before there was a small size is sent as its thumbnail', async () => {
  const { storage, row, dropSmall, close } = await brokenUpload()
  dropSmall()
  const sent = await pictureResponse(storage, row, 'small')
  expect(new Uint8Array(await sent.arrayBuffer())).toEqual(bytes)
  await storage.remove(row.storageId)
  await expect(pictureResponse(storage, row, 'small')).rejects.toMatchObject({ code: 'not_found' })
  await close()
})
