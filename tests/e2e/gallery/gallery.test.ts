import type { Page } from '@playwright/test'
import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { expect, test } from '../../fixtures/browser/page'

const gallery = (page: Page) => page.getByRole('region', { name: 'Gallery' })
const picture = (page: Page, prompt: string) =>
  gallery(page).getByRole('button', { name: `Open: ${prompt}` })

/** Waits for hydration, which shows the empty gallery: before it, keys have no effect. */
async function open(page: Page) {
  await page.goto('/')
  await expect(page.getByText('Make your first picture')).toBeVisible()
}

async function generate(page: Page, prompt: string) {
  await page.getByRole('textbox', { name: 'Prompt' }).fill(prompt)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(gallery(page).getByRole('article', { name: prompt })).toBeVisible()
}

/** Collects the paths of the requests to a route. */
function callsTo(page: Page, route: string, method = 'GET'): string[] {
  const calls: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith(route) && request.method() === method) calls.push(pathname + search)
  })
  return calls
}

const isKept = (page: Page, prompt: string) =>
  expect(gallery(page).getByRole('img', { name: prompt })).toHaveAttribute('src', /^blob:/)

test('a saved picture is shown after a reload without a request to the server', async ({
  page,
}) => {
  await open(page)
  await generate(page, 'a red kite over the sea')
  await isKept(page, 'a red kite over the sea')

  const calls = callsTo(page, '/api/')
  await page.reload()
  await isKept(page, 'a red kite over the sea')
  await picture(page, 'a red kite over the sea').click()
  const original = page.getByRole('dialog').getByRole('img')
  await expect(original).toHaveAttribute('src', /^blob:/)
  await expect(original).toHaveJSProperty('naturalWidth', 1024)
  expect(calls.filter((call) => /jobs|images/.test(call))).toEqual([])
})

test('a job whose page was closed during the submission is made once and shown', async ({
  page,
}) => {
  await open(page)
  await page.route('**/api/jobs', () => undefined, { times: 1 })
  await generate(page, 'a boat in the fog')
  const posts = callsTo(page, '/api/jobs', 'POST')
  await page.reload()
  await isKept(page, 'a boat in the fog')
  expect(posts).toHaveLength(1)
  await expect(gallery(page).getByRole('article')).toHaveCount(1)
})

test('only one of two tabs polls, and both show the picture', async ({ page, context }) => {
  await open(page)
  const other = await context.newPage()
  await open(other)
  const polls = [callsTo(page, '/api/jobs'), callsTo(other, '/api/jobs')]
  await generate(other, 'two birds')
  await isKept(page, 'two birds')
  await isKept(other, 'two birds')
  expect(polls.filter((calls) => calls.length > 0)).toHaveLength(1)
})

test('a failed poll shows "Reconnecting…", and the job continues', async ({ page }) => {
  await open(page)
  await page.route('**/api/jobs/**', (route) => route.abort())
  await generate(page, 'a bridge at dawn')
  await expect(gallery(page).getByText('Reconnecting…')).toBeVisible()
  await page.unroute('**/api/jobs/**')
  await isKept(page, 'a bridge at dawn')
})

test('after a lost response, "Check again" finds the one job that was made', async ({ page }) => {
  await open(page)
  const answered = new Set<string>()
  await page.route('**/api/jobs', async (route) => {
    const response = await route.fetch()
    answered.add(await response.text())
    await route.abort()
  })
  await generate(page, 'a lost letter')
  const again = gallery(page).getByRole('button', { name: 'Check again' })
  await expect(again).toBeVisible()
  await page.unroute('**/api/jobs')
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await again.click()
  expect((await answer).status()).toBe(200)
  expect(answered.size).toBe(1)
  await isKept(page, 'a lost letter')
})

test('bytes that could not be fetched are fetched when the user tries again', async ({ page }) => {
  await open(page)
  await page.route('**/api/images?*', (route) => route.abort())
  await generate(page, 'a far star')
  await expect(gallery(page).getByText('Not saved yet.')).toBeVisible()
  await page.unroute('**/api/images?*')
  await gallery(page).getByRole('button', { name: 'Try again' }).click()
  await isKept(page, 'a far star')
  await expect(gallery(page).getByText('Not saved yet.')).toBeHidden()
})

test('from the first preview to the final picture, no frame of the tile is empty', async ({
  page,
}) => {
  await open(page)
  await generate(page, 'a garden in bloom')
  await gallery(page)
    .getByRole('article', { name: 'a garden in bloom' })
    .evaluate((tile) => {
      const look = () => {
        const image = tile.querySelector('img')
        const shows = image?.complete && image.naturalWidth > 0
        if (shows) tile.dataset.shown = 'yes'
        else if (tile.dataset.shown) tile.dataset.empty = 'yes'
        requestAnimationFrame(look)
      }
      look()
    })
  await isKept(page, 'a garden in bloom')
  const tile = gallery(page).getByRole('article', { name: 'a garden in bloom' })
  await expect(tile).toHaveAttribute('data-shown', 'yes')
  await expect(tile).not.toHaveAttribute('data-empty')
})

test('a deleted picture stays deleted after a reload', async ({ page }) => {
  await open(page)
  await generate(page, 'a snowman')
  await isKept(page, 'a snowman')
  await picture(page, 'a snowman').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('Make your first picture')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Make your first picture')).toBeVisible()
})

test('a failed job shows the reason and the cost, and its settings go back into the composer', async ({
  page,
}) => {
  await open(page)
  await generate(page, 'a statue #nsfw')
  await page.getByRole('textbox', { name: 'Prompt' }).fill('something else')
  const tile = gallery(page).getByRole('article', { name: 'a statue #nsfw' })
  await expect(tile).toContainText('content filter')
  await expect(tile).toContainText('Not charged.')
  await tile.getByRole('button', { name: 'Edit' }).click()
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue('a statue #nsfw')
})

test('running, failed and finished tiles and the open picture have no accessibility faults', async ({
  page,
}) => {
  await open(page)
  await generate(page, 'a calm lake')
  await generate(page, 'an empty purse #402')
  await expect(page.getByRole('article', { name: 'an empty purse' })).toContainText('Not charged.')
  expect(await accessibilityFaults(page, 'section[aria-label=Gallery]')).toEqual([])
  await isKept(page, 'a calm lake')
  expect(await accessibilityFaults(page, 'section[aria-label=Gallery]')).toEqual([])
  await page.getByRole('article', { name: 'an empty purse' }).getByLabel('Details').click()
  await expect(page.getByRole('dialog', { name: 'Error details' })).toBeVisible()
  expect(await accessibilityFaults(page, 'dialog[open]')).toEqual([])
  await page.keyboard.press('Escape')
  await picture(page, 'a calm lake').click()
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Picture' })).toBeVisible()
  expect(await accessibilityFaults(page, 'dialog[open]')).toEqual([])
})
