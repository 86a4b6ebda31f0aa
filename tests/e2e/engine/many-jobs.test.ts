import type { Page, Request } from '@playwright/test'
import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, tile } from '../actions'

const isRead = (request: Request) =>
  request.method() === 'GET' && /\/api\/jobs[/?]/.test(request.url())

function countReads(page: Page): string[] {
  const reads: string[] = []
  page.on('request', (request) => {
    if (isRead(request)) reads.push(request.url())
  })
  return reads
}

test('three tabs of one job: one polls, and all show the picture', async ({ page, context }) => {
  const others = [await context.newPage(), await context.newPage()]
  const tabs = [page, ...others]
  for (const tab of tabs) await tab.goto('/')
  const reads = tabs.map(countReads)
  await generate(page, 'seen in three tabs #slow')
  for (const tab of tabs) await expect(finished(tab, 'seen in three tabs')).toBeVisible()
  const polling = reads.filter((each) => each.length > 0)
  expect(polling).toHaveLength(1)
})

const hide = (page: Page, hidden = true) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)

test('once the tab that polls is hidden, a tab that is not polls in its place', async ({
  page,
  context,
}) => {
  await page.goto('/')
  const other = await context.newPage()
  await other.goto('/')
  await generate(page, 'watched in another window #slow')
  await expect(tile(other, 'watched in another window')).toBeVisible()
  const read = other.waitForRequest(isRead)
  await hide(page)
  await read
  await expect(finished(other, 'watched in another window')).toBeVisible()
})

test('a job that ends while the page is hidden shows in its title, until somebody looks', async ({
  page,
}) => {
  await page.goto('/')
  await generate(page, 'done while away')
  await expect(tile(page, 'done while away').getByRole('button', { name: 'Cancel' })).toBeVisible()
  await hide(page)
  await expect(page).toHaveTitle('(1) Krea Playground')
  await expect(page.locator('link[rel~="icon"]').first()).toHaveAttribute('href', /^data:image/)
  await hide(page, false)
  await expect(page).toHaveTitle('Krea Playground')
  await expect(page.locator('link[rel~="icon"]').first()).not.toHaveAttribute('href', /^data:/)
})

test('the timeline of a picture shows each request, what went to Krea, and saves it as HAR', async ({
  page,
}) => {
  await page.goto('/')
  await generate(page, 'a traced picture')
  await finished(page, 'a traced picture').click()
  await page.getByRole('button', { name: 'Timeline' }).click()
  const dialog = page.getByRole('dialog', { name: 'Timeline' })
  await expect(dialog).toContainText('POST /api/jobs')
  await expect(dialog).toContainText('to Krea: POST /generate/')
  await expect(dialog).toContainText('GET /api/images')
  await expect(dialog.getByRole('table')).toContainText('Typical')

  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save as HAR' }).click()
  const stream = await (await saving).createReadStream()
  const text = (await stream.toArray()).join('')
  const { log } = JSON.parse(text)
  expect(log.version).toBe('1.2')
  expect(log.entries[0].request).toMatchObject({ method: 'POST' })
  expect(log.entries[0]._krea[0]).toMatchObject({ method: 'POST', status: 200 })
  expect(text).not.toMatch(/authorization|bearer|cookie":/i)
})
