import type { Page } from '@playwright/test'
import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { expect, test } from '../../fixtures/browser/page'
import { openSeeded } from '../../fixtures/browser/seed-gallery'

const number = (page: Page, at: number) =>
  page.getByRole('article', { name: new RegExp(`number ${at}$`) })
const compare = (page: Page) => page.getByRole('dialog', { name: 'Compare', exact: true })
const shown = (page: Page, at: number) =>
  compare(page).getByRole('img', { name: new RegExp(`number ${at}$`) })
const row = (page: Page, name: string) =>
  compare(page).getByRole('row', { name: new RegExp(`^${name}`) })

/** Selects pictures in the grid and compares them. */
async function compareFirst(page: Page, count: number) {
  await number(page, 1).focus()
  await page.keyboard.press('Space')
  for (let more = 1; more < count; more++) await page.keyboard.press('Shift+ArrowRight')
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(compare(page)).toBeVisible()
}

const boxOf = async (page: Page, at: number) => {
  const box = await shown(page, at).boundingBox()
  if (!box) throw new Error('the picture is not on the page')
  return box
}

test('a comparison opens from a picture, has an address, and Escape returns', async ({ page }) => {
  await openSeeded(page, 4)
  await number(page, 2).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Picture' })).toBeVisible()
  await page.keyboard.press('c')
  const choice = page.getByRole('dialog', { name: 'Compare with' })
  await expect(choice.getByRole('button', { name: /number 3$/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await choice.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(compare(page)).toBeVisible()
  await expect(page).toHaveURL(/\?compare=[0-9a-f-]{36},[0-9a-f-]{36}$/)
  await page.reload()
  await expect(shown(page, 2)).toBeVisible()
  await expect(shown(page, 3)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Picture' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(number(page, 2)).toBeFocused()
})

test('the table lists the differences only', async ({ page }) => {
  await openSeeded(page, 4)
  await compareFirst(page, 2)
  await expect(row(page, 'Model')).toContainText('image/bfl/flux-1-dev')
  await expect(row(page, 'Model')).toContainText('image/krea/krea-2/large')
  await expect(row(page, 'Seed').getByRole('cell')).toHaveText(['0', '1'])
  await expect(row(page, 'Prompt')).toBeVisible()
  await expect(row(page, 'Price')).toHaveCount(0)
  await expect(row(page, 'Took')).toHaveCount(0)
})

test('what differs stands below its picture, folds, and a winner is picked there', async ({
  page,
}) => {
  await openSeeded(page, 4)
  await compareFirst(page, 2)
  await page.keyboard.press('2')
  const places = compare(page).locator('[data-viewport]')
  const cells = row(page, 'Seed').getByRole('cell')
  for (const at of [0, 1]) {
    const place = await places.nth(at).boundingBox()
    const cell = await cells.nth(at).boundingBox()
    expect(Math.abs((place?.x ?? 0) - (cell?.x ?? 999))).toBeLessThan(40)
  }
  await compare(page).getByRole('button', { name: 'Favourite B' }).click()
  await expect(compare(page).getByRole('button', { name: 'Favourite B' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await compare(page).getByRole('button', { name: 'Differences' }).click()
  await expect(row(page, 'Seed')).toHaveCount(0)
  await compare(page).getByRole('button', { name: 'Delete A' }).click()
  const viewer = page.getByRole('dialog', { name: 'Picture' })
  await expect(viewer.getByText('Deleted.')).toBeVisible()
})

test('the slider between two pictures moves by key and by dragging', async ({ page }) => {
  await openSeeded(page, 4)
  await compareFirst(page, 2)
  const slider = compare(page).getByRole('slider')
  await expect(slider).toHaveValue('50')
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveValue('52')
  const area = await compare(page).locator('[data-viewport]').boundingBox()
  const middle = { x: (area?.width ?? 0) * 0.52, y: (area?.y ?? 0) + 200 }
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down()
  await page.mouse.move((area?.width ?? 0) * 0.25, middle.y, { steps: 5 })
  await page.mouse.up()
  await expect(slider).toHaveValue('25')
})

test('pictures side by side are zoomed together', async ({ page }) => {
  await openSeeded(page, 4)
  await compareFirst(page, 4)
  await expect(compare(page).getByRole('img')).toHaveCount(4)
  await expect(compare(page).getByRole('radio', { name: 'Slider' })).toHaveCount(0)
  const before = await Promise.all([boxOf(page, 1), boxOf(page, 2)])
  await page.mouse.move(before[0].x + before[0].width / 2, before[0].y + before[0].height / 2)
  // A picture that has just come may not listen yet.
  await expect(async () => {
    await page.mouse.wheel(0, -400)
    const { width } = await boxOf(page, 1)
    expect(width).toBeGreaterThan(before[0].width * 2)
  }).toPass()
  const after = await Promise.all([boxOf(page, 1), boxOf(page, 2)])
  expect(after[1].width / before[1].width).toBeCloseTo(after[0].width / before[0].width, 1)
})

test('flicker shows one picture at a time: Space shows the next, a held button shows it for a moment', async ({
  page,
}) => {
  await openSeeded(page, 4)
  await compareFirst(page, 2)
  await page.keyboard.press('3')
  await expect(shown(page, 1)).toBeVisible()
  await expect(shown(page, 2)).toBeHidden()
  await page.keyboard.press('Space')
  await expect(shown(page, 2)).toBeVisible()
  const hold = compare(page).getByRole('button', { name: 'Hold to peek' })
  await hold.hover()
  await page.mouse.down()
  await expect(shown(page, 1)).toBeVisible()
  await page.mouse.up()
  await expect(shown(page, 2)).toBeVisible()
  await page.keyboard.press('x')
  await expect(shown(page, 1)).toBeVisible()
})

test('the address of missing pictures shows a message', async ({ page }) => {
  await page.goto('/?compare=one,two')
  await expect(page.getByText('not in this browser')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in a comparison in ${colorScheme}, and it fits a phone`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await openSeeded(page, 4)
    await compareFirst(page, 2)
    for (const mode of ['1', '2', '3']) {
      await page.keyboard.press(mode)
      expect(await accessibilityFaults(page, 'dialog[open]')).toEqual([])
    }
    await page.setViewportSize({ width: 360, height: 740 })
    const width = await page.evaluate(() => document.querySelector('dialog')?.scrollWidth)
    expect(width).toBe(360)
  })
