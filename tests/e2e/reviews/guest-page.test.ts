import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { expect, test } from '../../fixtures/browser/page'
import { openSeeded } from '../../fixtures/browser/seed-gallery'
import { openAsGuest, sayName, share } from './share'

/** Bytes of script after gzip that a guest's page may fetch beyond a page that has none of its own. */
const ownScriptsLimit = 20_000

/** Of all scripts until the page rests. @param isAtRest made before the page is opened, since it may be quick */
async function scriptBytes(page: Page, url: string, isAtRest: Promise<unknown>): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  })
  await page.goto(url)
  await isAtRest
  return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
}

test('the guest’s page fetches few scripts beyond an empty page, and does without any', async ({
  page,
  browser,
  baseURL,
}) => {
  await openSeeded(page, 3)
  const { url } = await share(page, 3, { title: 'A light page' })
  const context = await browser.newContext()
  const emptyPage = await context.newPage()
  const empty = await scriptBytes(
    emptyPage,
    `${baseURL}/pass`,
    emptyPage.waitForLoadState('networkidle'),
  )
  const guestPage = await context.newPage()
  // It listens, and asks whether anything has changed since it was drawn, once all that it fetches by itself is there.
  const full = await scriptBytes(guestPage, url, guestPage.waitForResponse(/\/api\/r\/[\w-]+$/))
  await context.close()
  expect(empty).toBeGreaterThan(80_000)
  test.info().annotations.push({ type: 'bytes', description: `${full - empty}` })
  expect(full - empty).toBeLessThanOrEqual(ownScriptsLimit)

  const plain = await browser.newContext({ javaScriptEnabled: false })
  const guest = await plain.newPage()
  const sent = await guest.goto(url)
  await expect(guest.getByRole('heading', { name: 'A light page' })).toBeVisible()
  await expect(guest.getByRole('list', { name: 'Pictures' }).locator('img')).toHaveCount(3)
  expect(await sent?.text()).not.toMatch(/og:image|twitter:image/)
  await plain.close()
})

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const width of [360, 1440])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing at ${width} px in ${colorScheme}: guest, open picture, pairs, owner`, async ({
      page,
      browser,
    }) => {
      test.slow()
      await openSeeded(page, 3)
      const { url, manage } = await share(page, 3, {
        title: 'Looked at closely',
        question: 'Which one is best?',
      })
      const guest = await openAsGuest(browser, url)
      await guest.setViewportSize({ width, height: 800 })
      await guest.emulateMedia({ colorScheme })
      expect(await accessibilityFaults(guest)).toEqual([])
      expect(await sideways(guest)).toBe(0)
      await sayName(guest, 'Eve')
      await guest.getByRole('button', { name: 'Pick Picture 1' }).click()
      await guest.getByRole('button', { name: 'Open Picture 1' }).click()
      const open = guest.getByRole('dialog', { name: 'Picture 1' })
      await open.getByRole('textbox', { name: 'Comment' }).fill('Good light')
      await open.getByRole('button', { name: 'Send' }).click()
      await expect(open.getByRole('listitem').filter({ hasText: 'Good light' })).toBeVisible()
      expect(await accessibilityFaults(guest)).toEqual([])
      await guest.keyboard.press('Escape')
      await guest.getByRole('button', { name: 'Compare' }).click()
      await expect(guest.getByRole('dialog', { name: 'Compare' })).toBeVisible()
      expect(await accessibilityFaults(guest)).toEqual([])
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await page.goto(manage)
      await expect(page.getByText('Picked by Eve')).toBeVisible()
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
      await guest.context().close()
    })
