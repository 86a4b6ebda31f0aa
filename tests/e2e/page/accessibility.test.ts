import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, tile } from '../actions'

const promptOf = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })

/** Presses Tab until the condition holds. */
async function tabTo(page: Page, isIt: () => Promise<boolean>) {
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await isIt()) return
    await page.keyboard.press('Tab')
  }
  throw new Error('not reached within 80 presses of Tab')
}

const hasFocus = (page: Page, selector: string) => () =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)

/** The width that overflows the page, in px. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })

test('a picture is made and saved by keyboard alone, with a visible focus ring at every step', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page.getByText('Make your first picture')).toBeVisible()
  await tabTo(page, hasFocus(page, 'textarea'))
  await page.keyboard.type('a heron by keyboard')
  const ring = await promptOf(page).evaluate((box) => getComputedStyle(box).outlineStyle)
  expect(ring).not.toBe('none')
  await page.keyboard.press('Control+Enter')
  await expect(finished(page, 'a heron by keyboard')).toBeVisible()
  await tabTo(page, hasFocus(page, 'article, article *'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.keyboard.press('d')
  expect((await download).suggestedFilename()).toMatch(/heron.*\.png$/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(tile(page, 'a heron by keyboard')).toBeFocused()
})

test('a screen reader hears the parts of the page and the progress of a job', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText('Make your first picture')).toBeVisible()
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - heading "Krea Playground" [level=1]
      - button "Sandbox"
      - button "Jobs and notifications"
    - complementary "Composer":
      - button /^Model/
      - textbox "Prompt"
      - textbox "Image"
      - radiogroup "Size"
      - spinbutton "Width in pixels"
      - spinbutton "Steps"
      - spinbutton "Guidance"
      - spinbutton "Seed"
      - combobox "Number of pictures"
      - button /^Generate/
    - main:
      - region "Gallery":
        - heading "Make your first picture" [level=2]
  `)
  const said: string[] = []
  await page.exposeFunction('say', (words: string) => said.push(words))
  await page.evaluate(() => {
    const listener = new MutationObserver(() => {
      for (const region of document.querySelectorAll('[aria-live=polite]'))
        if (region.textContent) Reflect.get(window, 'say')(region.textContent)
    })
    listener.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await generate(page, 'a heron to hear of')
  await expect(finished(page, 'a heron to hear of')).toBeVisible()
  await expect.poll(() => said.join('\n')).toContain('Done: a heron to hear of')
  await generate(page, 'a heron refused #nsfw')
  await expect(tile(page, 'refused').getByText('content filter')).toBeVisible()
  await expect
    .poll(() => said.join('\n'))
    .toMatch(/a heron to hear of[\s\S]*(content filter|failed|stopped)/i)
  await expect(page.getByRole('region', { name: 'Gallery' })).toMatchAriaSnapshot(`
    - region "Gallery":
      - list:
        - listitem:
          - article /a heron refused/:
            - button "Edit"
        - listitem:
          - article "a heron to hear of":
            - img "a heron to hear of"
            - button /^Open/
            - button "Favourite"
  `)
})

const narrow = [
  ['320 px wide', { width: 320, height: 640 }],
  ['1280 px at 200 %', { width: 640, height: 400 }],
  ['1280 px at 400 %', { width: 320, height: 256 }],
] as const

for (const [what, viewport] of narrow)
  test.describe(what, () => {
    test.use({ viewport })
    test(`nothing scrolls sideways on a screen of ${what}: empty, sheet, done, failed, open`, async ({
      page,
    }) => {
      await page.goto('/')
      await expect(page.getByText('Make your first picture')).toBeVisible()
      expect(await sideways(page)).toBe(0)
      for (const prompt of ['a heron in little room', 'a heron refused #nsfw']) {
        await page.getByRole('button', { name: /^(Describe the picture|Edit the prompt)/ }).click()
        await expect(promptOf(page)).toBeVisible()
        expect(await sideways(page)).toBe(0)
        await generate(page, prompt)
      }
      await expect(tile(page, 'refused').getByText('content filter')).toBeVisible()
      expect(await sideways(page)).toBe(0)
      // Half of so low a screen is under the bars: by key.
      await finished(page, 'a heron in little room').press('Enter')
      await expect(page.getByRole('dialog').getByRole('button', { name: 'Close' })).toBeVisible()
      expect(await sideways(page)).toBe(0)
    })
  })

test('nothing moves with reduced motion, even while a job runs', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  const running = await generate(page, 'a heron that keeps still #slow')
  await expect(running).toBeVisible()
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
      .map(({ effect }) => effect instanceof KeyframeEffect && effect.target?.className),
  )
  expect(moving).toEqual([])
  // Even the shortest transition would delay every change of a size by a frame.
  const height = await page.evaluate(() => {
    const box = document.body.appendChild(document.createElement('div'))
    box.style.height = `${box.clientHeight}px`
    document.body.getBoundingClientRect()
    box.style.height = '5000px'
    return box.clientHeight
  })
  expect(height).toBe(5000)
})

test('a right-to-left prompt is written and shown from right to left', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'אנפה על שפת האגם')
  const direction = (element: Element) => getComputedStyle(element).direction
  expect(await promptOf(page).evaluate(direction)).toBe('rtl')
  await finished(page, 'אנפה').click()
  const words = page.getByRole('dialog').getByText('אנפה על שפת האגם').first()
  expect(await words.evaluate(direction)).toBe('rtl')
})

test('in forced colours the selected, the focused and the running are distinguishable', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/')
  await expect(page.getByText('Make your first picture')).toBeVisible()
  const chosen = page.getByRole('radio', { name: '1:1' }).locator('xpath=ancestor::label')
  const other = page.getByRole('radio', { name: '16:9' }).locator('xpath=ancestor::label')
  const look = (element: Element) => {
    const { borderColor, backgroundColor, outlineStyle } = getComputedStyle(element)
    return [borderColor, backgroundColor, outlineStyle].join()
  }
  expect(await chosen.evaluate(look)).not.toBe(await other.evaluate(look))
  const bar = (await generate(page, 'a heron in two colours #slow')).getByRole('progressbar')
  await expect(bar).toBeVisible()
  const [ground, done] = await bar.evaluate((element) =>
    [element, ...element.children].map((part) => getComputedStyle(part).backgroundColor),
  )
  expect(done).not.toBe(ground)
})
