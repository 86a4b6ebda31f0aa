import { expect, type Locator, type Page } from '@playwright/test'
import { waitForHydration } from '../fixtures/browser/hydrated'

/**
 * Opens an empty gallery, and moves the pointer until the page has come alive, which what the server drew
 * does not tell: before that a click goes nowhere, and what follows a first sign is not there.
 */
export async function openEmpty(page: Page): Promise<void> {
  await page.goto('/')
  const told = page.getByRole('region', { name: 'Gallery' }).getByRole('status').first()
  await expect(async () => {
    await page.mouse.move(3, 3)
    await page.mouse.move(4, 4)
    await expect(told).toBeAttached({ timeout: 500 })
  }).toPass()
}

/** Writes a prompt and presses Generate, as on a wide screen. */
export async function generate(page: Page, prompt: string): Promise<Locator> {
  await waitForHydration(page)
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  await page.getByRole('button', { name: /^Generate/ }).click()
  return tile(page, prompt)
}

export const tile = (page: Page, prompt: string): Locator =>
  page.getByRole('article', { name: prompt })

/** The button of a finished picture, there once its bytes are kept. */
export const finished = (page: Page, prompt: string): Locator =>
  tile(page, prompt).getByRole('button', { name: /^Open/ })

/** Two taps as quick as a finger's: before each of its own, Playwright looks at the page, which a busy machine makes long. */
export async function doubleTap(button: Locator): Promise<void> {
  await button.tap({ trial: true })
  const { x, y, width, height } = (await button.boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  }
  const { touchscreen } = button.page()
  await touchscreen.tap(x + width / 2, y + height / 2)
  await touchscreen.tap(x + width / 2, y + height / 2)
}
