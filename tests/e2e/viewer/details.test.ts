import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures/browser/page'
import { seedGallery } from '../../fixtures/browser/seed-gallery'
import { finished, generate, openEmpty } from '../actions'

const viewer = (page: Page) => page.getByRole('dialog', { name: 'Picture' })
const number = (page: Page, at: number) =>
  page.getByRole('article', { name: new RegExp(`number ${at}$`) })

test('a prompt of 1,500 letters is cut to five lines, its actions stay in view, and More shows all of it', async ({
  page,
}) => {
  const prompt = 'a lighthouse on a cliff above a stormy sea '.repeat(35).trim()
  await openEmpty(page)
  await generate(page, prompt)
  await finished(page, prompt).click()
  const details = viewer(page).getByRole('complementary', { name: 'Details' })
  await expect(viewer(page).getByRole('button', { name: 'Download' })).toBeInViewport()
  await expect(viewer(page).getByRole('button', { name: 'Vary' })).toBeInViewport()
  const text = details.getByText(prompt)
  const short = await text.evaluate((element) => element.clientHeight)
  await details.getByRole('button', { name: 'More' }).click()
  expect(await text.evaluate((element) => element.clientHeight)).toBeGreaterThan(short * 2)
})

test('all settings are told, those that were left to Krea as defaults', async ({ page }) => {
  await page.goto('/?model=image/bfl/flux-1-dev&prompt=a+harbour+with+defaults')
  await page.getByRole('button', { name: /^Generate/ }).click()
  await finished(page, 'a harbour with defaults').click()
  const settings = viewer(page).getByRole('complementary', { name: 'Details' })
  for (const name of ['Steps', 'Guidance', 'Seed'])
    await expect(settings.getByText(name, { exact: false }).first()).toBeVisible()
  await expect(settings.getByText('(default)').first()).toBeVisible()
})

test('what is being made from a picture is shown as under way', async ({ page }) => {
  await openEmpty(page)
  await generate(page, 'a kite to vary #slow')
  await finished(page, 'a kite to vary #slow').first().click()
  await viewer(page).getByRole('button', { name: 'Vary' }).click()
  const usedFor = viewer(page).getByRole('button', { name: /^Open .*a kite to vary/ })
  await expect(usedFor.locator('svg.animate-spin')).toBeVisible()
})

test('the row of copies is one line', async ({ page }) => {
  await openEmpty(page)
  await generate(page, 'a picture to copy')
  await finished(page, 'a picture to copy').click()
  const buttons = viewer(page).getByRole('button', { name: /^Copy |^Timeline/ })
  await expect(buttons.nth(4)).toBeVisible()
  const tops = await buttons.evaluateAll((all) =>
    all.map((button) => Math.round(button.getBoundingClientRect().top)),
  )
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(8)
})

test('in a low window the picture stands beside its details', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 450 })
  await seedGallery(page, 2)
  await page.goto('/')
  await number(page, 1).getByRole('img').scrollIntoViewIfNeeded()
  await number(page, 1).focus()
  await page.keyboard.press('Enter')
  const details = await viewer(page).getByRole('complementary', { name: 'Details' }).boundingBox()
  const picture = await viewer(page).getByRole('img').first().boundingBox()
  expect(details?.x).toBeGreaterThanOrEqual((picture?.x ?? 0) + (picture?.width ?? 0))
  expect(picture?.height).toBeGreaterThan(250)
})
