import type { Page } from '@playwright/test'
import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { countStores, readStore } from '../../fixtures/browser/gallery-store'
import { expect, test } from '../../fixtures/browser/page'
import { quotaSetter } from '../../fixtures/browser/quota'
import { finished, generate, openEmpty } from '../actions'

test.beforeEach(() => test.slow())

const full = (page: Page) => page.getByText('This browser’s storage is full.')

const again = (page: Page) => page.getByRole('button', { name: 'Try again' })
const originals = async (page: Page) => (await countStores(page)).originals

/** Makes eight pictures with space for half of them. Returns when each is saved or was refused. */
async function fillUp(page: Page, quota: (bytes?: number) => Promise<unknown>) {
  await quota(2_500_000)
  await openEmpty(page)
  await page.getByRole('combobox', { name: 'Number of pictures' }).selectOption('8')
  await generate(page, 'one of too many')
  await expect(full(page)).toBeVisible()
  const settled = async () => (await again(page).count()) + ((await originals(page)) ?? 0)
  await expect.poll(settled).toBe(8)
}

test('with a full disk, saved pictures stay and a warning shows; one press saves the rest once there is space', async ({
  page,
  baseURL,
}) => {
  const quota = await quotaSetter(page, baseURL)
  await fillUp(page, quota)
  const during = await readStore(page)
  const kept = during.filter(({ kind }) => kind === 'done')
  expect(during).toHaveLength(8)
  expect(kept.length).toBeLessThan(8)
  for (const { original } of kept) expect(original).toEqual(expect.any(String))
  expect(await accessibilityFaults(page)).toEqual([])

  await quota()
  await again(page).first().click()
  await expect.poll(() => originals(page)).toBe(8)
  await expect(full(page)).toBeHidden()
  await expect(again(page)).toHaveCount(0)
})

test('pictures that a full disk could not save are saved at the next start', async ({
  page,
  baseURL,
}) => {
  const quota = await quotaSetter(page, baseURL)
  await fillUp(page, quota)
  await quota()
  await page.reload()
  await expect.poll(() => originals(page)).toBe(8)
})

test('with a full disk, deleting originals makes space for the pictures that wait', async ({
  page,
  baseURL,
}) => {
  await fillUp(page, await quotaSetter(page, baseURL))
  const before = await readStore(page)
  const kept = before.filter(({ kind }) => kind === 'done').length
  await page.getByRole('button', { name: 'Back up and free space' }).click()
  await page.getByRole('combobox', { name: 'Originals to delete' }).selectOption('of any age')
  await page.getByRole('button', { name: 'Delete originals' }).click()
  await page.getByRole('button', { name: 'Delete permanently' }).click()
  const thumbnails = async () => (await countStores(page)).thumbnails
  await expect.poll(thumbnails).toBeGreaterThan(kept)
})

test('with a full disk and an empty gallery, a message says that nothing was sent, and why', async ({
  page,
  baseURL,
}) => {
  const quota = await quotaSetter(page, baseURL)
  await openEmpty(page)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await quota(1)
  await generate(page, 'a picture without room')
  await expect(full(page)).toBeInViewport()
  await expect(page.getByText('Make your first picture')).toBeVisible()
  expect(sent).toEqual([])

  await quota()
  await page.getByRole('button', { name: /^Generate/ }).click()
  await expect(finished(page, 'a picture without room')).toBeVisible()
  await expect(full(page)).toBeHidden()
})

/** Makes the database refuse writes. Chromium allocates space ahead, so a quota would not refuse at a known moment. */
async function refuseWrites(page: Page): Promise<void> {
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
}

test('a response that could not be stored is requested again with the same key: one job, one picture', async ({
  page,
}) => {
  const posts: { key: string | undefined; job: unknown }[] = []
  await page.route('**/api/jobs', async (route) => {
    const response = await route.fetch()
    const { job } = await response.json()
    posts.push({ key: route.request().headers()['idempotency-key'], job: job.id })
    if (posts.length === 1) await refuseWrites(page)
    return route.fulfill({ response })
  })
  await openEmpty(page)
  await generate(page, 'no room for the answer')
  await expect.poll(() => posts.length).toBeGreaterThan(0)
  expect(await readStore(page)).toMatchObject([{ kind: 'submitting' }])
  await page.reload()
  await expect(finished(page, 'no room for the answer')).toBeVisible()
  expect(posts.length).toBeGreaterThan(1)
  for (const post of posts) expect(post).toEqual(posts[0])
  expect(await readStore(page)).toHaveLength(1)
})
