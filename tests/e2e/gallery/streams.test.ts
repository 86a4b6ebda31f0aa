import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures/browser/page'
import { giveOriginals, seedGallery } from '../../fixtures/browser/seed-gallery'
import { meterFile, readMeter, readWritten } from '../../fixtures/metered-file'

const pictureBytes = 60_000
/** Bytes that were read and not yet written: what the stream has in memory. */
const mostHeld = 4 * pictureBytes

async function open(page: Page) {
  await meterFile(page)
  await page.goto('/')
  await expect(page.getByRole('article').first()).toBeVisible()
}

test('five hundred of ten thousand pictures are zipped with only a few in memory at a time', async ({
  page,
}) => {
  test.slow()
  await seedGallery(page, 10_000)
  const count = await giveOriginals(page, pictureBytes, { words: 'harbour', favourite: true })
  expect(count).toBe(500)
  await open(page)
  await page.getByRole('searchbox', { name: 'Search prompts' }).fill('harbour')
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('checkbox', { name: 'Favourites only' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText('500 of 10,000')).toBeVisible()
  await page.getByRole('article').first().focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('500 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Download' }).click()
  await expect(page.getByText(/^500 pictures in krea-playground-.*\.zip\.$/)).toBeVisible()
  const { files, size } = await readWritten(page)
  expect(files, 'the pictures, a page, their parameters').toBe(502)
  expect(size).toBeGreaterThan(500 * pictureBytes)
  const { read, written, peak } = await readMeter(page)
  expect(read).toBe(500 * pictureBytes)
  expect(written).toBe(size)
  expect(peak).toBeLessThanOrEqual(mostHeld)
})

test('a backup is written while it is read', async ({ page }) => {
  test.slow()
  await seedGallery(page, 400)
  expect(await giveOriginals(page, pictureBytes, { words: '', favourite: false })).toBe(400)
  await open(page)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Storage and backup' }).click()
  await page.getByRole('button', { name: 'Back up everything' }).click()
  await expect(page.getByText('400 records in')).toBeVisible()
  const { files, size } = await readWritten(page)
  expect(files, 'record, original and thumbnail of each, and what it is').toBe(3 * 400 + 1)
  const { read, written, peak } = await readMeter(page)
  expect(read).toBe(400 * pictureBytes)
  expect(written).toBe(size)
  expect(peak).toBeLessThanOrEqual(mostHeld)
})
