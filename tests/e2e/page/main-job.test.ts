import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures/browser/page'
import { finished, openEmpty, tile } from '../actions'

const promptOf = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })

async function isFocusWithin(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
}

/** Presses Tab until an element that matches has the focus. */
async function tabTo(page: Page, selector: string) {
  await expect(async () => {
    await page.keyboard.press('Tab')
    expect(await isFocusWithin(page, selector)).toBe(true)
  }).toPass({ intervals: [0] })
}

test('by keyboard alone a model is chosen by typing, two pictures made, compared, loved, deleted and brought back', async ({
  page,
}) => {
  test.slow()
  await openEmpty(page)
  await tabTo(page, 'button[aria-label^="Model:"]')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Models' })).toBeVisible()
  await page.keyboard.type('qwen image 2512')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Model: .*2512/ })).toBeVisible()

  await tabTo(page, 'textarea')
  await page.keyboard.type('the first by key')
  await page.keyboard.press('Control+Enter')
  await expect(tile(page, 'the first by key')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('the second by key')
  await page.keyboard.press('Control+Enter')
  for (const prompt of ['the first by key', 'the second by key'])
    await expect(finished(page, prompt)).toBeVisible()

  await tabTo(page, 'article')
  // Only saved pictures are compared.
  await expect(async () => {
    await page.keyboard.press('c')
    await expect(page.getByRole('dialog', { name: 'Compare with' })).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await tabTo(page, 'dialog[open] p + button')
  await page.keyboard.press('Enter')
  const compare = page.getByRole('dialog', { name: 'Compare', exact: true })
  await expect(compare).toBeVisible()
  await page.keyboard.press('2')
  await expect(compare.getByRole('img')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(compare).toHaveCount(0)

  const newest = tile(page, 'the second by key')
  await tabTo(page, 'article')
  await page.keyboard.press('Home')
  await page.keyboard.press('f')
  await expect(newest.getByLabel('Favourite')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Delete')
  await expect(newest).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(newest.getByLabel('Favourite')).toHaveAttribute('aria-pressed', 'true')
})

test.describe('by touch on a narrow phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('a model is chosen by typing, two pictures made, compared, loved, deleted and brought back', async ({
    page,
  }) => {
    test.slow()
    await openEmpty(page)
    const make = async (prompt: string) => {
      await page.getByRole('button', { name: /Describe the picture|Edit the prompt/ }).tap()
      await promptOf(page).fill(prompt)
      await page
        .getByRole('button', { name: /^Generate/ })
        .last()
        .tap()
      await expect(finished(page, prompt)).toBeVisible()
    }
    await page.getByRole('button', { name: /Describe the picture|Edit the prompt/ }).tap()
    await page.getByRole('button', { name: /^Model/ }).tap()
    await page.keyboard.type('qwen image 2512')
    await page.getByRole('dialog', { name: 'Models' }).getByRole('option', { name: /2512/ }).tap()
    await page.keyboard.press('Escape')
    await make('the first by touch')
    await make('the second by touch')

    await finished(page, 'the second by touch').tap()
    const viewer = page.getByRole('dialog', { name: 'Picture' })
    await viewer.getByRole('button', { name: 'Favourite' }).tap()
    await expect(viewer.getByRole('button', { name: 'Favourite' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await viewer.getByRole('button', { name: 'Compare' }).tap()
    await page
      .getByRole('dialog', { name: 'Compare with' })
      .getByRole('button', { name: 'Compare', exact: true })
      .tap()
    const compare = page.getByRole('dialog', { name: 'Compare', exact: true })
    await expect(compare).toBeVisible()
    await compare.getByRole('button', { name: 'Close' }).tap()
    await viewer.getByRole('button', { name: 'Delete' }).tap()
    await viewer.getByRole('button', { name: 'Undo' }).tap()
    await viewer.getByRole('button', { name: 'Close' }).tap()
    await expect(tile(page, 'the second by touch')).toBeVisible()
  })
})
