import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures/browser/page'
import { openSeeded } from '../../fixtures/browser/seed-gallery'
import { answer, startKrea } from '../../fixtures/krea/krea-server'
import { startPlayground } from '../../fixtures/server/playground'
import { finished, generate, openEmpty, tile } from '../actions'

const number = (page: Page, at: number) =>
  page.getByRole('article', { name: new RegExp(`number ${at}$`) })

test('a batch shows all its tiles at the same moment', async ({ page }) => {
  await openEmpty(page)
  await generate(page, 'the one before')
  await expect(finished(page, 'the one before')).toBeVisible()
  await page.evaluate(() => {
    const counts = new Set<number>()
    Object.assign(window, { countsSeen: counts })
    new MutationObserver(() => counts.add(document.querySelectorAll('article').length)).observe(
      document.body,
      { subtree: true, childList: true },
    )
  })
  await page.getByRole('combobox', { name: 'Number of pictures' }).selectOption('8')
  await generate(page, 'eight at once')
  await expect(tile(page, 'eight at once')).toHaveCount(8)
  const counts = await page.evaluate(() => [...Reflect.get(window, 'countsSeen')])
  expect(counts.filter((count) => count > 1 && count < 9)).toEqual([])
})

test('a running tile says its prompt and one of four words', async ({ page }) => {
  const krea = await startKrea()
  const playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'a-token-of-tiles',
    PLAYGROUND_PUBLIC: '1',
  })
  krea.fault(/^POST .generate/, (response, seen) => {
    const job = krea.addJob({ status: 'sampling' })
    answer(200, job)(response, seen)
  })
  await page.goto(playground.url)
  await generate(page, 'a lighthouse that takes its time')
  const running = tile(page, 'a lighthouse that takes its time')
  await expect(running.getByText('Generating')).toBeVisible()
  await expect(running.getByText('a lighthouse that takes its time')).toBeVisible()
  await playground.stop()
  await krea.stop()
})

test('a link shows the form of its model from the first byte on', async ({ page, baseURL }) => {
  const answered = await fetch(`${baseURL}/?model=image/google/nano-banana&prompt=a+fox`)
  const html = await answered.text()
  expect(html).toContain('Model: Nano Banana. Choose another')
  expect(html).not.toContain('Model: Flux')
  await page.goto('/?model=image/google/nano-banana&prompt=a+fox')
  await expect(page.getByRole('button', { name: /^Model: Nano Banana/ })).toBeVisible()
})

test('scrolled away from what runs, a pill says how much does and leads back', async ({ page }) => {
  await openSeeded(page, 80)
  await generate(page, 'a slow one above #slow')
  await page.evaluate(() => scrollTo(0, 2_000))
  const pill = page.getByRole('button', { name: '1 running' })
  await pill.click()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  await expect(pill).toHaveCount(0)
})

test('a locked seed says that the first picture has it', async ({ page }) => {
  await page.goto('/?model=image/bfl/flux-1-dev')
  await expect(page.getByText('new for each run')).toBeVisible()
  await page.getByRole('button', { name: 'Lock the seed' }).click()
  await expect(page.getByText('fixed for the first picture')).toBeVisible()
})

test('the buttons of a failed tile stand on one line', async ({ page }) => {
  await openEmpty(page)
  await generate(page, 'a picture refused #fail')
  const failed = tile(page, 'a picture refused #fail')
  const details = failed.getByRole('button', { name: 'Details' })
  await expect(details).toBeVisible()
  const boxes = await failed
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.map((button) => button.getBoundingClientRect()).filter(({ width }) => width > 0),
    )
  const lines = boxes.map(({ top, height }) => Math.round(top + height / 2))
  expect(boxes.length).toBeGreaterThan(1)
  expect(Math.max(...lines) - Math.min(...lines)).toBeLessThanOrEqual(1)
})

test('a selected picture has a ring and keeps its colours, and dragging over tiles selects no text', async ({
  page,
}) => {
  await openSeeded(page, 4)
  await number(page, 1).focus()
  await page.keyboard.press('Space')
  await expect(number(page, 1).getByRole('checkbox')).toBeChecked()
  const overlays = await number(page, 1)
    .locator('span.pointer-events-none')
    .evaluateAll((layers) => layers.map((layer) => getComputedStyle(layer).backgroundColor))
  expect(overlays).toEqual(['rgba(0, 0, 0, 0)'])
  await expect(number(page, 1)).toHaveCSS('user-select', 'none')
})

test('a favourite has the same heart in the grid and in the viewer: filled, without the accent', async ({
  page,
}) => {
  await openSeeded(page, 3)
  await number(page, 2).focus()
  await page.keyboard.press('f')
  const inGrid = number(page, 2).getByRole('button', { name: 'Favourite' }).locator('svg')
  await expect(inGrid).toBeVisible()
  const accent = await page.evaluate(() => {
    const probe = document.createElement('i')
    probe.style.color = 'var(--color-accent)'
    document.body.append(probe)
    return getComputedStyle(probe).color
  })
  await number(page, 2).focus()
  await page.keyboard.press('Enter')
  const inViewer = page
    .getByRole('dialog')
    .getByRole('button', { name: 'Favourite' })
    .locator('svg')
  for (const heart of [inGrid, inViewer]) {
    await expect(heart).not.toHaveCSS('fill', 'none')
    await expect(heart).not.toHaveCSS('color', accent)
  }
})

test('the order is a list with words, and the keys of the list do not touch', async ({ page }) => {
  await openSeeded(page, 4)
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('Oldest first')
  await expect(page.getByRole('article').first()).toHaveAccessibleName(/number 4$/)
  await page.keyboard.press('Escape')
  await page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  )
  await page.keyboard.press('?')
  const rows = page.getByRole('dialog', { name: 'Keys' }).locator('dl').first()
  await expect(rows).toHaveCSS('row-gap', /^([6-9]|1\d)(\.\d+)?px$/)
})
