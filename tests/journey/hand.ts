import { expect } from '@playwright/test'
import { readStoreInPage, type StoredRecord } from '../fixtures/browser/gallery-store'
import type { Tab } from './drivers/driver'

type Point = { x: number; y: number }

const slow = { timeout: 60_000 }

/** Opens the page and waits until React has taken it over. */
export async function openPage(tab: Tab, url: string): Promise<void> {
  await tab.open(url)
  await waitFor(tab, () => {
    const [prompt] = document.getElementsByTagName('textarea')
    return Boolean(prompt) && Object.keys(prompt ?? {}).some((key) => key.startsWith('__react'))
  })
}

/** Until the function, which runs in the page, says yes. */
export async function waitFor<Args extends unknown[]>(
  tab: Tab,
  isSo: (...args: Args) => boolean | Promise<boolean>,
  ...args: Args
): Promise<void> {
  await expect.poll(() => tab.evaluate(isSo, ...args), slow).toBe(true)
}

/** Clicks the middle of the first element in view whose label or text begins with the name. */
export async function click(tab: Tab, selector: string, name = ''): Promise<void> {
  let found: Point | null = null
  await expect
    .poll(
      async () => {
        found = await tab.evaluate(locate, selector, name)
        return found
      },
      { ...slow, message: `${selector} ${name}` },
    )
    .not.toBeNull()
  if (found) await clickAt(tab, found)
}

const clickAt = (tab: Tab, { x, y }: Point) => tab.click(x, y)

export async function write(tab: Tab, selector: string, text: string): Promise<void> {
  await click(tab, selector)
  await tab.selectAll()
  await tab.type(text)
}

export async function generate(tab: Tab, prompt: string, count = 1): Promise<void> {
  await write(tab, 'textarea', prompt)
  await tab.evaluate(choose, 'Number of pictures', String(count))
  await click(tab, 'button', 'Generate')
}

export const store = (tab: Tab): Promise<StoredRecord[]> => tab.evaluate(readStoreInPage)

/** How many pictures are in the browser with all their bytes. */
export async function waitForSaved(tab: Tab, count: number): Promise<StoredRecord[]> {
  const saved = async () => (await store(tab)).filter(isSaved).length
  await expect.poll(saved, { timeout: 120_000 }).toBe(count)
  return store(tab)
}

const isSaved = ({ kind, sha256, original, thumbnail, cutPreviews }: StoredRecord) =>
  kind === 'done' &&
  sha256 !== null &&
  sha256 === original &&
  thumbnail !== null &&
  cutPreviews === 0

/** The tiles in view, and how many of them show a picture that was read from this browser. */
export const tiles = (tab: Tab) =>
  tab.evaluate(() => {
    const all = [...document.querySelectorAll('article')]
    const shown = all.filter((tile) => {
      const images = [...tile.querySelectorAll('img')]
      return images.some(({ src, naturalWidth }) => src.startsWith('blob:') && naturalWidth > 0)
    })
    return { all: all.length, shown: shown.length }
  })

export const waitForText = (tab: Tab, text: string): Promise<void> =>
  waitFor(tab, (wanted) => document.body.innerText.includes(wanted), text)

/** Runs in the page. Null while it is not there, covered or disabled. */
function locate(selector: string, name: string): Point | null {
  for (const element of document.querySelectorAll(selector)) {
    const own = element.getAttribute('aria-label') ?? element.textContent ?? ''
    if (!own.trim().startsWith(name) || element.matches(':disabled')) continue
    element.scrollIntoView({ block: 'nearest' })
    const { left, top, width, height } = element.getBoundingClientRect()
    const point = { x: Math.round(left + width / 2), y: Math.round(top + height / 2) }
    const hit = document.elementFromPoint(point.x, point.y)
    if (hit && (element.contains(hit) || hit.contains(element))) return point
  }
  return null
}

/** Runs in the page: native lists of choices cannot be opened by every driver. */
function choose(label: string, value: string): void {
  for (const select of document.getElementsByTagName('select')) {
    if (select.ariaLabel !== label && select.getAttribute('aria-label') !== label) continue
    const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set
    set?.call(select, value)
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }
}
