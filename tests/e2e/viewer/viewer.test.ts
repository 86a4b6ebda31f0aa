import type { Page } from '@playwright/test'
import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { expect, test } from '../../fixtures/browser/page'
import { openSeeded } from '../../fixtures/browser/seed-gallery'
import { finished, generate, openEmpty, tile } from '../actions'

const number = (page: Page, at: number) =>
  page.getByRole('article', { name: new RegExp(`number ${at}$`) })
const viewer = (page: Page) => page.getByRole('dialog', { name: 'Picture' })
const shown = (page: Page, at: number) =>
  viewer(page).getByRole('img', { name: new RegExp(`number ${at}$`) })

async function openPicture(page: Page, at: number) {
  await number(page, at).focus()
  await page.keyboard.press('Enter')
  await expect(shown(page, at)).toBeVisible()
}

/** The picture's position and size, in px of the window. */
async function pictureBox(page: Page, at: number) {
  const box = await shown(page, at).boundingBox()
  if (!box) throw new Error('the picture is not on the page')
  return box
}

test('an open picture has an address: Back closes it, a reload reopens it, the focus returns to its tile', async ({
  page,
}) => {
  await openSeeded(page, 5)
  const documents: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname === '/') documents.push(request.url())
  })
  await openPicture(page, 2)
  await expect(page).toHaveURL(/\?picture=[0-9a-f-]{36}$/)
  await page.goBack()
  await expect(viewer(page)).toBeHidden()
  await expect(number(page, 2)).toBeFocused()
  await page.goForward()
  await expect(shown(page, 2)).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(shown(page, 3)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(number(page, 3)).toBeFocused()
  await expect(page).toHaveURL(/\/$/)
  expect(documents).toEqual([])

  await page.goForward()
  await expect(shown(page, 3)).toBeVisible()
  await page.reload()
  await expect(shown(page, 3)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(viewer(page)).toBeHidden()
})

test('the address of a missing picture shows a message and a button to the gallery', async ({
  page,
}) => {
  await page.goto('/?picture=nothing')
  await expect(page.getByText('This picture is not in this browser')).toBeVisible()
  await page.getByRole('button', { name: 'Go to gallery' }).click()
  await expect(viewer(page)).toBeHidden()
  await expect(page).toHaveURL(/\/$/)
})

/** Counts the object URLs that are not revoked. */
const trackObjectUrls = (page: Page) =>
  page.addInitScript(() => {
    const objectUrls = new Set<string>()
    const { createObjectURL, revokeObjectURL } = URL
    URL.createObjectURL = (blob) => {
      const url = createObjectURL.call(URL, blob)
      objectUrls.add(url)
      return url
    }
    URL.revokeObjectURL = (url) => {
      objectUrls.delete(url)
      revokeObjectURL.call(URL, url)
    }
    Object.assign(window, { objectUrls })
  })
const objectUrlCount = (page: Page) => page.evaluate(() => Reflect.get(window, 'objectUrls').size)

test('paging through two hundred pictures leaves no more object URLs than opening one', async ({
  page,
}) => {
  await trackObjectUrls(page)
  await openSeeded(page, 200)
  await openPicture(page, 1)
  await page.keyboard.press('ArrowRight')
  await expect(shown(page, 2)).toBeVisible()
  const before = await objectUrlCount(page)
  for (let press = 2; press < 200; press++) await page.keyboard.press('ArrowRight')
  await expect(viewer(page).getByText('200 of 200')).toBeVisible()
  await expect(shown(page, 200)).toBeVisible()
  await expect.poll(() => objectUrlCount(page)).toBeLessThanOrEqual(before)
})

test('arrows page through the pictures of the grid in its order', async ({ page }) => {
  await openSeeded(page, 40)
  await page.getByRole('searchbox', { name: 'Search prompts' }).fill('kite')
  await expect(page.getByText('10 of 40')).toBeVisible()
  await openPicture(page, 2)
  for (const next of [6, 10, 14, 18, 22, 26, 30, 34, 38]) {
    await page.keyboard.press('ArrowRight')
    await expect(shown(page, next)).toBeVisible()
  }
  await expect(viewer(page).getByText('10 of 10')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(shown(page, 38)).toBeVisible()
})

test('the wheel zooms at the pointer, a drag moves the picture, a double click and 0 reset the zoom', async ({
  page,
}) => {
  await openSeeded(page, 3)
  await openPicture(page, 1)
  const fitted = await pictureBox(page, 1)
  const at = { x: fitted.x + fitted.width * 0.25, y: fitted.y + fitted.height * 0.25 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(0, -400)
  await expect
    .poll(async () => (await pictureBox(page, 1)).width)
    .toBeGreaterThan(fitted.width * 1.8)
  const near = await pictureBox(page, 1)
  expect((at.x - near.x) / near.width).toBeCloseTo(0.25, 1)
  expect((at.y - near.y) / near.height).toBeCloseTo(0.25, 1)

  await page.mouse.down()
  await page.mouse.move(at.x - 60, at.y - 40, { steps: 4 })
  await page.mouse.up()
  await expect
    .poll(async () => Math.round((await pictureBox(page, 1)).x))
    .toBe(Math.round(near.x - 60))
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await pictureBox(page, 1)).x).toBeLessThan(near.x - 100)
  await page.mouse.dblclick(at.x, at.y)
  await expect.poll(() => pictureBox(page, 1)).toEqual(fitted)
  await page.keyboard.press('+')
  await expect.poll(async () => (await pictureBox(page, 1)).width).toBeGreaterThan(fitted.width)
  await page.keyboard.press('0')
  await expect.poll(() => pictureBox(page, 1)).toEqual(fitted)
})

test('favourite, delete and undo work by key; the next picture replaces a deleted one', async ({
  page,
}) => {
  await openSeeded(page, 4)
  await openPicture(page, 2)
  await page.keyboard.press('f')
  await expect(viewer(page).getByRole('button', { name: 'Favourite' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.keyboard.press('Delete')
  await expect(shown(page, 3)).toBeVisible()
  await expect(viewer(page).getByText('2 of 3')).toBeVisible()
  await viewer(page).getByRole('button', { name: 'Undo' }).click()
  await expect(viewer(page).getByText('3 of 4')).toBeVisible()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(number(page, 3)).toBeFocused()
})

test('two Escapes in one moment close a dialog and the viewer, and do not leave the page', async ({
  page,
}) => {
  await page.goto('about:blank')
  await openSeeded(page, 3)
  await openPicture(page, 2)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  // Before the page has heard of the first: dialogs close by themselves, and tell it afterwards.
  await page.evaluate(() => {
    for (const dialog of [...document.querySelectorAll('dialog')].reverse()) dialog.close()
  })
  await expect(number(page, 2)).toBeFocused()
  await expect(page).toHaveURL(/\/$/)
})

test('a double click on Close closes the viewer once', async ({ page }) => {
  await openSeeded(page, 3)
  await openPicture(page, 2)
  await viewer(page)
    .getByRole('button', { name: 'Close' })
    .evaluate((button: HTMLElement) => {
      button.click()
      button.click()
    })
  await expect(number(page, 2)).toBeFocused()
  await expect(page).toHaveURL(/\/$/)
})

test('the list of keys contains every key that a tooltip of the viewer names', async ({ page }) => {
  await openSeeded(page, 3)
  await openPicture(page, 2)
  const named = await viewer(page)
    .locator('button[title$=")"]')
    .evaluateAll((buttons: HTMLElement[]) =>
      buttons.map(({ title }) => title.replace(/.*\((.+)\)$/, '$1')),
    )
  expect(named).toEqual(expect.arrayContaining(['←', '→', '+', 'F', 'D', 'C', 'I', 'Del', '?']))
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toBeVisible()
  const listed = await keys
    .locator('section', { hasText: 'In a picture' })
    .locator('kbd')
    .allInnerTexts()
  expect(listed.join(' ').split(' ')).toEqual(expect.arrayContaining(named))
})

test('a variation and an upscaled picture are linked to the picture they were made from', async ({
  page,
}) => {
  test.slow()
  await openEmpty(page)
  await generate(page, 'a mill by the river')
  await finished(page, 'a mill by the river').click()
  await viewer(page).getByRole('button', { name: /^Vary/ }).click()
  await expect(viewer(page).getByText('Making a variation…')).toBeVisible()
  await viewer(page).getByRole('button', { name: 'Upscale' }).click()
  const dialog = page.getByRole('dialog', { name: 'Upscale' })
  await expect(dialog.getByRole('radio').first()).toBeFocused()
  let sent = 0
  page.on('request', (request) => {
    sent += Number(request.method() === 'POST' && request.url().endsWith('/api/jobs'))
  })
  await dialog.getByText('Magnific Precise').click()
  await expect(dialog.getByRole('radio', { name: /Magnific Precise/ })).toBeChecked()
  await dialog.getByText('4×').click()
  await expect(dialog.getByText('4096 × 4096').first()).toBeVisible()
  await dialog.getByText('2×').click()
  expect(sent).toBe(0)
  await dialog.getByRole('button', { name: /^Upscale (\$|from|price)/ }).click()
  await expect(viewer(page).getByText('Upscaling…')).toBeVisible()
  await expect(viewer(page).getByRole('heading', { name: 'Used for' })).toBeVisible()
  const children = viewer(page).getByRole('button', { name: /^Open / })
  await expect(children).toHaveCount(2)

  await viewer(page)
    .getByRole('button', { name: /^Open Magnific Precise/ })
    .click()
  await expect(viewer(page).getByRole('heading', { name: 'Made from' })).toBeVisible()
  await expect(viewer(page).getByText('2048 × 2048').first()).toBeVisible()
  await viewer(page)
    .getByRole('button', { name: /^Open / })
    .click()
  await expect(viewer(page).getByRole('heading', { name: 'Used for' })).toBeVisible()
})

test('a picture becomes an input of the composer, and its settings can be reused', async ({
  page,
}) => {
  test.slow()
  await openEmpty(page)
  await generate(page, 'a bench in a park')
  await finished(page, 'a bench in a park').click()
  const seed = await viewer(page).locator('dt:text-is("Seed") + dd').innerText()
  const upload = page.waitForResponse((response) => response.url().endsWith('/api/assets'))
  await viewer(page).getByRole('button', { name: 'Use as input' }).click()
  expect((await upload).status()).toBe(201)
  await expect(viewer(page)).toBeHidden()
  await generate(page, 'a bench in the snow')
  await finished(page, 'a bench in the snow').click()
  await expect(viewer(page).getByRole('heading', { name: 'Made from' })).toBeVisible()
  await viewer(page)
    .getByRole('button', { name: /^Open .*in a park/ })
    .click()
  await viewer(page).getByRole('button', { name: 'Reuse settings' }).click()
  await expect(viewer(page)).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue(
    'a bench in a park',
  )
  await expect(page.getByRole('spinbutton', { name: /Seed/ })).toHaveValue(seed)
})

test.describe('on the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('the picture as PNG, the prompt, a link and the parameters are copied; D downloads', async ({
    page,
  }) => {
    await openEmpty(page)
    await generate(page, 'a heron at noon')
    await finished(page, 'a heron at noon').click()
    const text = () => page.evaluate(() => navigator.clipboard.readText())
    const copy = (name: string) => viewer(page).getByRole('button', { name }).click()
    await copy('Copy prompt')
    await expect.poll(text).toBe('a heron at noon')
    await copy('Copy link')
    await expect.poll(text).toMatch(/^http.*\?model=.*prompt=a\+heron\+at\+noon/)
    await copy('Copy parameters')
    await expect.poll(text).toContain('"prompt": "a heron at noon"')
    await copy('Copy picture')
    await expect(viewer(page).getByText('Picture copied.')).toBeVisible()
    const types = () =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types))
    expect(await types()).toEqual(['image/png'])
    const download = page.waitForEvent('download')
    await page.keyboard.press('d')
    expect((await download).suggestedFilename()).toMatch(/^a-heron-at-noon-.*\.png$/)
  })
})

test('previews are saved with their times and shown when Krea no longer has them', async ({
  page,
}) => {
  await openEmpty(page)
  await generate(page, 'a tower in the clouds #slow')
  await expect(tile(page, 'a tower').getByRole('img')).toBeVisible()
  await finished(page, 'a tower').click()
  await expect(viewer(page).getByRole('img')).toHaveAttribute('src', /^blob:/)
  await page.route('**/api/images?*', (route) => route.abort())
  await page.reload()
  await viewer(page).getByText('On the way').click()
  const previews = viewer(page).getByRole('button', { name: /^After [\d.]+ s$/ })
  const count = Number(await viewer(page).locator('summary > span').innerText())
  await expect(previews).toHaveCount(count)
  const sizes = () =>
    previews
      .locator('img')
      .evaluateAll((images: HTMLImageElement[]) =>
        images.map(({ src, naturalWidth }) => src.startsWith('blob:') && naturalWidth > 0),
      )
  await expect.poll(sizes).toEqual(Array.from({ length: count }, () => true))
  const picture = viewer(page).getByRole('img', { name: 'a tower' })
  const finalSrc = await picture.getAttribute('src')
  await previews.first().click()
  await expect(picture).not.toHaveAttribute('src', finalSrc ?? '')
  await previews.first().click()
  await expect(picture).toHaveAttribute('src', finalSrc ?? '')
})

test('a preview that is neither saved nor at Krea is shown as missing', async ({ page }) => {
  await openEmpty(page)
  await page.route('**/api/images?*', (route) => route.abort())
  await generate(page, 'a mast in the fog #slow')
  await expect(tile(page, 'a mast')).toContainText('Not saved yet.')
  await finished(page, 'a mast').click()
  await viewer(page).getByText('On the way').click()
  await expect(
    viewer(page)
      .getByRole('button', { name: /no longer at its address/ })
      .first(),
  ).toBeDisabled()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the viewer and its dialogs in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openSeeded(page, 6)
    await openPicture(page, 2)
    expect(await accessibilityFaults(page, 'dialog[open]')).toEqual([])
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    expect(await accessibilityFaults(page, 'dialog[open]')).toEqual([])
    for (const [button, dialog] of [
      ['Timeline', 'Timeline'],
      ['Upscale', 'Upscale'],
      ['Copy as code', 'Code'],
    ] as const) {
      await page.keyboard.press('Escape')
      await viewer(page).getByRole('button', { name: button, exact: true }).click()
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
      expect(await accessibilityFaults(page, 'dialog[open]')).toEqual([])
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('c')
    await expect(page.getByRole('dialog', { name: 'Compare with' })).toBeVisible()
    expect(await accessibilityFaults(page, 'dialog[open]')).toEqual([])
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('two fingers zoom, one finger swipes to the next picture, and every button is large enough', async ({
    page,
  }) => {
    await openSeeded(page, 3)
    await openPicture(page, 1)
    const overflow = () =>
      page.evaluate(() => document.querySelector('dialog')?.scrollWidth ?? Number.NaN)
    expect(await overflow()).toBe(360)
    const small = await viewer(page)
      .locator('button:visible')
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => button.getBoundingClientRect().height < 43.5)
          .map((button) => button.outerHTML.slice(0, 120)),
      )
    expect(small).toEqual([])

    const fitted = await pictureBox(page, 1)
    const touch = await page.context().newCDPSession(page)
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: xs.map((x, id) => ({ x, y: fitted.y + fitted.height / 2, id })),
      })
    await send('touchStart', 150, 210)
    for (const by of [10, 30, 50, 70]) await send('touchMove', 150 - by, 210 + by)
    await send('touchEnd')
    await expect
      .poll(async () => (await pictureBox(page, 1)).width)
      .toBeGreaterThan(fitted.width * 1.8)
    await viewer(page)
      .getByRole('button', { name: /%, fit/ })
      .click()
    await expect.poll(() => pictureBox(page, 1)).toEqual(fitted)
    await send('touchStart', 300)
    for (const x of [260, 200, 140]) await send('touchMove', x)
    await send('touchEnd')
    await expect(shown(page, 2)).toBeVisible()
  })
})
