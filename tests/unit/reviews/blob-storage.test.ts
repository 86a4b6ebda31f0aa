import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { createReview } from '@/lib/server/reviews/create-review'
import { clearReview } from '@/lib/server/reviews/end-review'
import { addPicture } from '@/lib/server/reviews/pictures/add-picture'
import { pictureResponse } from '@/lib/server/reviews/pictures/picture-response'
import { blobDriver } from '@/lib/server/reviews/storage/blob-driver'
import { createPictureStorage } from '@/lib/server/reviews/storage/picture-storage'
import { startBlobServer } from '../../fixtures/reviews/blob-server'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { newLedger } from '../../fixtures/server/ledger'

type BlobServer = Awaited<ReturnType<typeof startBlobServer>>

test.describe.configure({ mode: 'default' })

let server: BlobServer
test.beforeAll(async () => {
  server = await startBlobServer()
  Object.assign(process.env, { VERCEL_BLOB_RETRIES: '0' }, server.env)
})
test.afterAll(async () => {
  for (const name of ['VERCEL_BLOB_RETRIES', ...Object.keys(server.env)]) delete process.env[name]
  await server.stop()
})
test.afterEach(() => {
  server.failWith({})
  process.env.VERCEL_BLOB_RETRIES = '0'
})

const bytes = {
  original: Uint8Array.of(1, 2, 3),
  page: Uint8Array.of(4),
  thumb: Uint8Array.of(5),
  small: Uint8Array.of(6),
}

const newStorage = (token = server.token) =>
  createPictureStorage(
    () => ({ kind: 'blob', token }),
    () => Promise.reject(new Error('There is no database')),
  )

test('Vercel Blob gives the bytes back as they were written, also when they are written again', async () => {
  const storage = newStorage()
  await storage.write('one', bytes)
  await storage.write('one', { ...bytes, page: Uint8Array.of(6, 7) })
  expect(await storage.read('one', 'original')).toEqual(bytes.original)
  expect(await storage.read('one', 'page')).toEqual(Uint8Array.of(6, 7))
  expect(await blobDriver(server.token).getKeys('reviews', {})).toHaveLength(4)
  await storage.remove('one')
  await storage.remove('one')
  expect(server.names()).toEqual([])
  expect(await storage.read('one', 'page')).toBe(null)
})

test('the page of a failure at Vercel Blob is never taken for a picture', async () => {
  const storage = newStorage()
  await storage.write('one', bytes)
  server.failWith({ bytes: 500 })
  await expect(storage.read('one', 'page')).rejects.toMatchObject({ code: 'unavailable' })
  server.failWith({ bytes: 404 })
  expect(await storage.read('one', 'page')).toBe(null)
  server.failWith({ api: 500 })
  await expect(storage.read('one', 'page')).rejects.toMatchObject({ code: 'unavailable' })
  await expect(storage.remove('one')).rejects.toMatchObject({ code: 'unavailable' })
  await expect(storage.write('two', bytes)).rejects.toMatchObject({ code: 'unavailable' })
  server.failWith({})
  await expect(newStorage('not-its-token').read('one', 'page')).rejects.toMatchObject({
    code: 'unavailable',
  })
  expect(await storage.read('one', 'page')).toEqual(bytes.page)
  await storage.remove('one')
})

test('an operation that Vercel Blob keeps failing is given up in time', async () => {
  process.env.VERCEL_BLOB_RETRIES = '10'
  server.failWith({ api: 500 })
  const read = blobDriver(server.token, 50).getItem('reviews:one')
  await expect(read).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('a review is published to Vercel Blob, shown from there, and gone from there when it ends', async () => {
  const { db, close } = await newLedger()
  const storage = newStorage()
  const { review } = await createReview(db, { title: 'Mine' }, 'visitor', 0)
  const shared = { storage, maxBytes: 1_000_000, now: () => 0 }
  const file = new File([await pictureWithMetadata(1)], 'one.png')
  const picture = { file, type: 'image/png', width: 60, height: 40 }
  const add = () => addPicture(shared, db, review.id, { picture, meta: {} })
  server.failWith({ api: 500 })
  await expect(add()).rejects.toMatchObject({ code: 'unavailable' })
  server.failWith({})
  expect(server.names()).toEqual([])
  const { row } = await add()
  expect(server.names()).toHaveLength(4)
  const shown = await pictureResponse(storage, row, 'page')
  expect(await sharp(await shown.arrayBuffer()).metadata()).toMatchObject({ format: 'webp' })
  server.failWith({ api: 500 })
  await expect(clearReview(db, storage, review.id, 0)).rejects.toMatchObject({
    code: 'unavailable',
  })
  server.failWith({})
  await clearReview(db, storage, review.id, 0)
  expect(server.names()).toEqual([])
  await expect(pictureResponse(storage, row, 'page')).rejects.toMatchObject({ code: 'not_found' })
  await close()
})
