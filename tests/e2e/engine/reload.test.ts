import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, tile } from '../actions'

test('a job survives a reload in its middle, and is sent once', async ({ page }) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/jobs')) sent.push(request.url())
  })
  await page.goto('/')
  await generate(page, 'a ship at sea, twice loaded')
  await expect(tile(page, 'twice loaded').getByRole('button', { name: 'Cancel' })).toBeVisible()
  await page.reload()
  await expect(finished(page, 'twice loaded')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('article')).toHaveCount(1)
  expect(sent).toHaveLength(1)
})

test('cancel stops a job and says so', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a slow mountain #slow')
  await tile(page, 'slow mountain').getByRole('button', { name: 'Cancel' }).click()
  await expect(tile(page, 'slow mountain')).toContainText('Cancelled')
  await page.reload()
  await expect(tile(page, 'slow mountain')).toContainText('Cancelled')
})

test('two jobs run at once, newest first, and both become pictures', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'the first of two, a city')
  await generate(page, 'the second of two, a desert')
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.getByRole('article').first()).toHaveAccessibleName(/second/)
  await expect(finished(page, 'first of two')).toBeVisible({ timeout: 20_000 })
  await expect(finished(page, 'second of two')).toBeVisible({ timeout: 20_000 })
})

test('four pictures a click have four seeds', async ({ page }) => {
  const seeds = new Set<number>()
  page.on('request', (request) => {
    if (request.method() === 'POST') seeds.add(request.postDataJSON().input.seed)
  })
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Pictures a click' }).selectOption('4')
  await generate(page, 'four flowers')
  await expect(page.getByRole('article')).toHaveCount(4)
  await expect.poll(() => seeds.size).toBe(4)
})

test('offline, the running job waits and goes on when the network is back', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await generate(page, 'a bridge out of reach')
  await expect(tile(page, 'out of reach').getByRole('button', { name: 'Cancel' })).toBeVisible()
  await context.setOffline(true)
  await context.setOffline(false)
  await expect(finished(page, 'out of reach')).toBeVisible({ timeout: 20_000 })
})
