import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { problemOf } from '../../fixtures/server/ask'
import { newDataFolder } from '../../fixtures/server/data-folder'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

let playground: Playground
let dataFolder: string
test.beforeAll(async () => {
  dataFolder = await newDataFolder()
  playground = await startPlayground({
    DATA_DIR: dataFolder,
    REVIEWS_MAX_GB: '0.000002',
    RATE_LIMIT_PER_MINUTE: '1000',
  })
})
test.afterAll(() => playground.stop())

test('what all reviews may take together is kept, and a refused picture leaves nothing', async () => {
  const own = await newReview(playground.url)
  const sent = await Promise.all(
    Array.from({ length: 12 }, async (_, shade) => own.upload(await pictureWithMetadata(shade))),
  )
  const refused = sent.filter(({ ok }) => !ok)
  expect(refused.length).toBeGreaterThan(0)
  for (const answer of refused)
    expect(await problemOf(answer)).toMatchObject({ code: 'too_large', status: 413 })
  const { pictures } = await own.read()
  expect(pictures.length).toBeGreaterThan(0)
  expect(pictures.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(2_000)
  expect(readdirSync(join(dataFolder, 'reviews'))).toHaveLength(4 * pictures.length)
  await own.ask('DELETE')
  expect(
    (await (await newReview(playground.url)).upload(await pictureWithMetadata(1))).status,
  ).toBe(201)
})

test('what is no picture, too large or damaged is refused with its reason', async () => {
  const own = await newReview(playground.url)
  const statusOf = async (bytes: Uint8Array<ArrayBuffer>) => (await own.upload(bytes)).status
  expect(await statusOf(new TextEncoder().encode('<svg onload="alert(1)"/>'))).toBe(415)
  expect(await statusOf(new Uint8Array(25_000_001))).toBe(413)
  const cut = (await pictureWithMetadata(1, 'jpeg', 900)).slice(0, 700)
  expect(await statusOf(cut)).toBe(415)
  const asText = await own.ask('POST', '/pictures', { file: 'x' })
  expect(asText.status).toBe(415)
  expect((await own.read()).pictures).toEqual([])
})

test('where nothing lasts, sharing says what to set', async () => {
  const nowhere = await startPlayground({ VERCEL: '1' })
  const answer = await fetch(`${nowhere.url}/api/reviews`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"title":"Mine"}',
  })
  expect(answer.status).toBe(503)
  expect((await problemOf(answer)).detail).toContain('S3_BUCKET, BLOB_READ_WRITE_TOKEN')
  expect(await (await fetch(`${nowhere.url}/api/health`)).json()).toMatchObject({ reviews: 'none' })
  await nowhere.stop()
})
