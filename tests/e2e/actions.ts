import type { Locator, Page } from '@playwright/test'

/** Opens an empty gallery, and waits until the page has come alive: before that a click goes nowhere. */
export async function openEmpty(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByText('Make your first picture').waitFor()
}

/** Writes a prompt and presses Generate, as on a wide screen. */
export async function generate(page: Page, prompt: string): Promise<Locator> {
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  await page.getByRole('button', { name: /^Generate/ }).click()
  return tile(page, prompt)
}

export const tile = (page: Page, prompt: string): Locator =>
  page.getByRole('article', { name: prompt })

/** The button of a finished picture, there once its bytes are kept. */
export const finished = (page: Page, prompt: string): Locator =>
  tile(page, prompt).getByRole('button', { name: /^Open/ })
