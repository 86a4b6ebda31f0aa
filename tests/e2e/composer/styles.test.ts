import type { Page } from '@playwright/test'
import { holdRequests } from '../../fixtures/browser/hold-requests'
import { expect, test } from '../../fixtures/browser/page'
import { picture } from '../../fixtures/picture'
import { finished, generate } from '../actions'

// Quick: a training of a thousand steps takes a minute and a half in the sandbox.
test.use({ env: { SANDBOX_SPEED: '100', RATE_LIMIT_PER_MINUTE: '1000' } })

const composerOf = (page: Page) => page.getByRole('complementary', { name: 'Composer' })

/** Opens the settings of a model that takes styles. @returns the button to its styles */
async function open(page: Page) {
  await page.goto('/?model=image/bfl/flux-1-dev&prompt=a+quiet+harbour')
  return showStyles(page)
}

async function showStyles(page: Page) {
  await composerOf(page).getByText('More settings').click()
  const styles = composerOf(page).getByRole('button', { name: 'Browse styles' })
  await expect(styles).toBeVisible()
  return styles
}

/** On a phone the form is folded to one line. */
async function openOnPhone(page: Page) {
  await page.goto('/?model=image/bfl/flux-1-dev&prompt=a+quiet+harbour')
  await page.getByRole('button', { name: /^Edit the prompt/ }).click()
  return showStyles(page)
}

const layouts: [width: number, opened: typeof open][] = [
  [360, openOnPhone],
  [1440, open],
]

for (const [width, opened] of layouts)
  test(`styles are browsed with their covers, searched and used at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await (await opened(page)).click()
    const dialog = page.getByRole('dialog', { name: 'Styles' })
    await expect(dialog.getByRole('searchbox', { name: 'Search styles by name' })).toBeFocused()
    await expect(dialog.getByText('Only styles made for Flux.1 Dev are shown.')).toBeVisible()
    const covers = dialog.locator('article img')
    await expect(covers.first()).toBeVisible()
    await expect
      .poll(() => covers.first().evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    await page.screenshot({ path: test.info().outputPath(`style-browser-${width}.png`) })
    const title = await dialog.locator('article h3').first().innerText()
    await dialog.getByRole('searchbox', { name: 'Search styles by name' }).fill(title)
    await expect(dialog.locator('article h3').filter({ hasNotText: title })).toHaveCount(0)
    await dialog.getByRole('button', { name: `Use ${title}`, exact: true }).click()
    await expect(dialog.getByRole('button', { name: `Remove ${title}` })).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(composerOf(page).getByText(title, { exact: true })).toBeVisible()
    await page.screenshot({ path: test.info().outputPath(`style-in-use-${width}.png`) })
  })

test('the dialog does not move while its list loads', async ({ page }) => {
  const release = await holdRequests(page, '**/api/styles?*')
  await (await open(page)).click()
  const train = page.getByRole('dialog').getByRole('button', { name: 'Train a style' })
  await expect(page.getByRole('dialog').getByText('Loading styles…')).toBeVisible()
  const before = await train.boundingBox()
  release()
  await expect(page.getByRole('dialog').locator('article').first()).toBeVisible()
  expect(await train.boundingBox()).toEqual(before)
})

test('a filter shows whose styles are asked for, and a prompt is taken over', async ({ page }) => {
  await (await open(page)).click()
  const dialog = page.getByRole('dialog', { name: 'Styles' })
  await dialog.getByRole('radio', { name: 'Yours' }).check()
  await expect(dialog.getByText('There are no such styles.')).toBeVisible()
  await dialog.getByRole('radio', { name: 'Community' }).check()
  const suggested = dialog.getByRole('button', { name: /^Use prompt: / }).first()
  const prompt = (await suggested.getAttribute('title')) ?? ''
  await suggested.click()
  await expect(dialog).toBeHidden()
  const box = composerOf(page).getByRole('textbox', { name: 'Prompt', exact: true })
  await expect(box).toHaveValue(prompt)
})

test('styles found by name are listed with their covers, and added by a press', async ({
  page,
}) => {
  await open(page)
  const box = composerOf(page).getByPlaceholder('Name or id of a style')
  await box.fill('in')
  const first = composerOf(page)
    .getByRole('list', { name: 'Styles found' })
    .getByRole('button')
    .first()
  await expect(first.locator('img, svg')).toBeVisible()
  const id = await first.getAttribute('title')
  await first.click()
  await expect(composerOf(page).getByRole('button', { name: `Remove ${id}` })).toBeVisible()
})

test('an id that Krea does not know is shown under the field', async ({ page }) => {
  await open(page)
  const box = composerOf(page).getByPlaceholder('Name or id of a style')
  await box.fill('nosuchone')
  await box.press('Enter')
  await expect(composerOf(page).getByText('Krea knows no style “nosuchone”.')).toBeVisible()
})

test('a style is trained on chosen pictures, used, shared, renamed, and makes a first picture', async ({
  page,
}) => {
  await (await open(page)).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Train a style' }).click()
  await expect(dialog.getByRole('heading', { name: 'Train a style' })).toBeFocused()
  await expect(dialog.getByText('Choose pictures that share a look')).toBeVisible()
  const buffer = Buffer.from(await picture('png'))
  await dialog
    .getByLabel('Pictures to train on')
    .setInputFiles(
      [1, 2].map((number) => ({ name: `${number}.png`, mimeType: 'image/png', buffer })),
    )
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Harbour')
  await expect(dialog.getByText(/^1000 steps\. Krea publishes no price for training/)).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('training.png') })
  await dialog.getByRole('button', { name: 'Train', exact: true }).click()
  await expect(dialog.getByText('ready to use.')).toBeVisible()
  await dialog.getByRole('list', { name: 'Trainings' }).getByRole('button', { name: 'Use' }).click()
  await dialog.getByRole('radio', { name: 'Yours' }).check()
  await expect(dialog.getByRole('heading', { name: 'Harbour' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(dialog.getByText('Shared with the workspace.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await dialog.getByRole('textbox', { name: 'New name' }).fill('Night harbour')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('heading', { name: 'Night harbour' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(composerOf(page).getByRole('slider', { name: /^Strength of / })).toBeVisible()
  await generate(page, 'boats in the morning')
  await expect(finished(page, 'boats in the morning')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('first-picture.png') })
})

test('moodboards are given by their id where Krea’s list of them does not answer', async ({
  page,
}) => {
  await page.goto('/?model=image/krea/krea-2/large&prompt=a+quiet+harbour')
  await composerOf(page).getByText('More settings').click()
  await composerOf(page).getByRole('button', { name: 'Browse moodboards' }).click()
  const dialog = page.getByRole('dialog', { name: 'Moodboards' })
  await expect(dialog.getByRole('searchbox', { name: 'Search moodboards' })).toBeFocused()
  await expect(dialog.getByText('A moodboard can still be given by its id.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  const box = composerOf(page).getByPlaceholder('Id of a moodboard')
  await box.fill('3f2b8c1e-0000-4000-8000-000000000000')
  await box.press('Enter')
  await expect(composerOf(page).getByText('3f2b8c1e-0000-4000-8000-000000000000')).toBeVisible()
})
