import { readStore } from '../../fixtures/browser/gallery-store'
import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, tile } from '../actions'

test('a job survives a reload in its middle, and is sent once', async ({ page }) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/jobs')) sent.push(request.url())
  })
  await page.goto('/')
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await generate(page, 'a ship at sea, twice loaded')
  await answered
  await expect(tile(page, 'twice loaded').getByRole('button', { name: 'Cancel' })).toBeVisible()
  // The answer is written down: before that, a reload asks again with the same key.
  await expect
    .poll(async () => (await readStore(page)).map(({ kind }) => kind))
    .toEqual(['running'])
  await page.reload()
  await expect(finished(page, 'twice loaded')).toBeVisible()
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

test('a job under way cannot be deleted', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a glacier on its way #slow')
  const running = tile(page, 'on its way')
  await expect(running.getByRole('button', { name: 'Cancel' })).toBeVisible()
  await running.focus()
  await expect(running).toBeFocused()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Backspace')
  // Deleted pictures are removed for good when the page starts again.
  await page.reload()
  await expect(running).toBeVisible()
  expect(await readStore(page)).toHaveLength(1)
})

test('two jobs run at once, newest first, and both become pictures', async ({ page, context }) => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await context.route(/\/api\/jobs[/?]/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/')
  await generate(page, 'the first of two, a city')
  await generate(page, 'the second of two, a desert')
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.getByRole('article').first()).toHaveAccessibleName(/second/)
  await expect(page.getByRole('article').getByRole('button', { name: 'Cancel' })).toHaveCount(2)
  release()
  await expect(finished(page, 'first of two')).toBeVisible()
  await expect(finished(page, 'second of two')).toBeVisible()
})

test('four pictures a click have four seeds', async ({ page }) => {
  const seeds = new Set<number>()
  page.on('request', (request) => {
    if (request.method() === 'POST') seeds.add(request.postDataJSON().input.seed)
  })
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Number of pictures' }).selectOption('4')
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
  const jobId = async () => (await readStore(page))[0]?.jobId
  await expect.poll(jobId).toEqual(expect.any(String))
  const path = `/api/jobs/${await jobId()}`
  await context.setOffline(true)
  // The network is off for the page alone: the job ends, and the page cannot know.
  const read = async () => (await page.request.get(path)).json()
  await expect.poll(async () => (await read()).job.phase).toBe('succeeded')
  await expect(tile(page, 'out of reach').getByRole('button', { name: 'Cancel' })).toBeVisible()
  await context.setOffline(false)
  await expect(finished(page, 'out of reach')).toBeVisible()
})

/** Runs in the page: pictures in the document never finish decoding, as on a slow machine. */
function neverDecode() {
  const { decode } = HTMLImageElement.prototype
  HTMLImageElement.prototype.decode = function () {
    return this.isConnected ? new Promise(() => {}) : decode.call(this)
  }
}

test('the picture before stays below a new one that has not decoded', async ({ page }) => {
  await page.addInitScript(neverDecode)
  await page.goto('/')
  await generate(page, 'a valley in layers #slow')
  await expect(finished(page, 'in layers')).toBeVisible()
  await expect(tile(page, 'in layers').locator('img[src^="blob:"]')).toBeVisible()
  await expect(tile(page, 'in layers').locator('img')).toHaveCount(2)
})
