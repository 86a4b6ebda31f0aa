import { expect } from '@playwright/test'
import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { test } from '../../fixtures/browser/hydrated-page'
import type { FakeKrea } from '../../fixtures/krea/krea-server'
import { model, postJob } from '../../fixtures/server/ask'
import { startOwnedPlayground } from '../../fixtures/server/owned-playground'
import type { Playground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

let krea: FakeKrea
let playground: Playground
let owner: string
let stop: () => Promise<void>
test.beforeAll(async () => {
  ;({ krea, playground, owner, stop } = await startOwnedPlayground({ BUDGET_USD_PER_DAY: '2' }))
  const prompt = 'A lighthouse on a cliff above a stormy sea, oil on canvas'
  await postJob(playground.url, { body: { model, input: { prompt } }, headers: { Cookie: owner } })
  krea.addJob({ created_at: '2026-01-01T00:00:00Z' })
})
test.afterAll(() => stop())

test.beforeEach(async ({ context }) => {
  const [name = '', value = ''] = owner.split(/=(.*)/)
  await context.addCookies([{ name, value, url: playground.url }])
})

test('a pass is made, topped up and revoked by keyboard, and axe finds nothing, light and dark', async ({
  page,
}) => {
  await page.goto(`${playground.url}/admin`)
  await page.getByLabel('Name', { exact: true }).fill('Ada')
  await page.getByLabel('Name', { exact: true }).press('Enter')
  await expect(page.getByText('/p/')).toBeVisible()
  await expect(page.getByRole('img', { name: 'QR code of the pass of Ada' })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await accessibilityFaults(page)).toEqual([])
  }
  await page.getByRole('button', { name: 'Edit the pass of Ada' }).press('Enter')
  await expect(page.getByLabel('Budget ($)').last()).toBeFocused()
  await page.getByLabel('Budget ($)').last().fill('9')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText('$0.00 of $9.00')).toBeVisible()

  await page.getByRole('button', { name: 'Revoke the pass of Ada' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused()
  await expect(page.getByText('revoked', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Revoke Ada’s pass' }).press('Enter')
  await expect(page.getByText('revoked', { exact: true })).toBeVisible()
})

test('a guest’s link leads into the playground', async ({ page, browser }) => {
  await page.goto(`${playground.url}/admin`)
  await page.getByLabel('Name', { exact: true }).fill('Bob')
  await page.getByRole('button', { name: 'Create pass' }).click()
  const link = await page.getByText('/p/').innerText()
  const guest = await browser.newPage()
  await guest.goto(link)
  await expect(guest).toHaveURL(`${playground.url}/`)
  await guest.close()
})

test('admin leads with today, setup and passes, newest day first, and unclaimed jobs with their pictures', async ({
  page,
}) => {
  for (const at of [1, 2])
    krea.addJob({
      status: 'completed',
      created_at: `2026-01-0${at}T00:00:00Z`,
      completed_at: `2026-01-0${at}T00:00:09Z`,
      result: { urls: [`${krea.url}/made-${at}.png`] },
    })
  await page.goto(`${playground.url}/admin`)
  await expect(page.getByRole('heading', { name: 'Unclaimed jobs' })).toBeVisible()
  for (const name of ['Setup', 'Per day'])
    await expect(page.getByRole('heading', { name })).toBeVisible()
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
  const order = ['Today', 'Setup', 'Guest passes', 'Per day', 'Unclaimed jobs'].map((name) =>
    headings.findIndex((heading) => heading.includes(name)),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order).not.toContain(-1)
  const today = new Date().toISOString().slice(0, 10)
  const days = page.getByRole('table', { name: /^Per day/ }).locator('tbody tr')
  await expect(days.first()).toContainText(today)
  await expect(page.getByRole('link', { name: 'Add 2 to gallery' })).toBeVisible()
  await expect(page.locator('img[src*="made-1"]')).toHaveCount(1)
})

test('the models of a pass are found by typing and ticked', async ({ page }) => {
  await page.goto(`${playground.url}/admin`)
  await page.getByText('Models (none selected = all)').click()
  await page.getByRole('searchbox', { name: 'Search models' }).fill('nano banana')
  const boxes = page.getByRole('group', { name: 'Models' }).getByRole('checkbox')
  await expect(boxes.first()).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /Flux/ })).toHaveCount(0)
  await boxes.first().check()
  await expect(boxes.first()).toBeChecked()
})

test('nothing scrolls sideways at 360 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(`${playground.url}/admin`)
  await expect(page.getByRole('heading', { name: 'Setup' })).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)
})
