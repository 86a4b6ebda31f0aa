import type { Browser, Page } from '@playwright/test'
import { waitForHydration } from '../../fixtures/browser/hydrated'
import { expect } from '../../fixtures/browser/page'

const number = (page: Page, at: number) =>
  page.getByRole('article', { name: new RegExp(`number ${at}$`) })

/** Selects the newest pictures by keyboard, and opens the dialog that shares them. */
export async function openShare(page: Page, count: number) {
  await number(page, 1).focus()
  await page.keyboard.press('Space')
  for (let more = 1; more < count; more++) await page.keyboard.press('Shift+ArrowRight')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Share/ })
  await expect(dialog.getByLabel('Title')).toBeFocused()
  return dialog
}

export type Shared = {
  /** The guests' link. */
  url: string
  /** The path of the owner's page with its key. */
  manage: string
}

/** Shares the newest pictures of a gallery. */
export async function share(
  page: Page,
  count: number,
  settings: { title: string; question?: string; maxPicks?: number },
): Promise<Shared> {
  const dialog = await openShare(page, count)
  await dialog.getByLabel('Title').fill(settings.title)
  await dialog.getByLabel('Question').fill(settings.question ?? '')
  await dialog.getByLabel('At most').fill(String(settings.maxPicks ?? ''))
  await dialog.getByRole('button', { name: `Share ${count} pictures` }).click()
  await expect(dialog.getByText(`${count} pictures uploaded. You can close`)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Copy link' })).toBeFocused()
  const url = (await dialog.locator('code').textContent()) ?? ''
  const manage = await dialog.getByRole('link', { name: 'Results' }).getAttribute('href')
  return { url, manage: manage ?? '' }
}

/** A page of another person: nothing of the owner's browser is in it. */
export async function openAsGuest(browser: Browser, url: string): Promise<Page> {
  const guest = await (await browser.newContext()).newPage()
  await guest.goto(url)
  await waitForGuestPage(guest)
  return guest
}

/** Its form works once React has taken it over. */
export async function waitForGuestPage(page: Page): Promise<void> {
  await waitForHydration(page)
  await page.waitForFunction(() => {
    const [button] = document.getElementsByTagName('button')
    return button !== undefined && Object.keys(button).some((key) => key.startsWith('__react'))
  })
}

export async function sayName(guest: Page, name: string): Promise<void> {
  await guest.getByRole('textbox', { name: 'Your name' }).fill(name)
  await guest.keyboard.press('Enter')
  await expect(guest.getByRole('textbox', { name: 'Your name' })).toHaveCount(0)
}
