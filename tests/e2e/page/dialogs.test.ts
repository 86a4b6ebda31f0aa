import type { Page } from '@playwright/test'
import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { expect, test } from '../../fixtures/browser/page'
import { picture } from '../../fixtures/picture'
import { finished, generate } from '../actions'

const composer = (page: Page) => page.getByRole('complementary', { name: 'Composer' })
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click()

const prompt = (page: Page) => composer(page).getByRole('textbox', { name: 'Prompt', exact: true })

/**
 * Opens the composer, which is a bottom sheet on a phone. Its line is named after the prompt, which may still
 * be on its way from the link.
 */
async function openSheet(page: Page) {
  const line = composer(page).getByRole('button', {
    name: /^(Edit the prompt|Describe the picture)/,
  })
  await expect(line.or(prompt(page))).toBeVisible()
  if (await line.isVisible()) await line.click()
  await expect(prompt(page)).toBeVisible()
}

/** Chooses a model with a mask, and a picture to paint on. */
async function withMask(page: Page) {
  await page.goto('/?model=image/ideogram/ideogram-4.5-precise&prompt=a+quiet+harbour')
  await openSheet(page)
  await expect(prompt(page)).toHaveValue('a quiet harbour')
  const file = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(await picture('png')) }
  await composer(page).locator('input[type=file]').first().setInputFiles(file)
  await press(page, 'Paint')
}

/** The title of each dialog, and the steps that open it. They run in this order. */
const dialogs: [title: string, open: (page: Page) => Promise<void>][] = [
  ['Jobs and notifications', (page) => press(page, 'Jobs and notifications')],
  [
    'Models',
    async (page) => {
      await openSheet(page)
      await press(page, /^Model: /)
    },
  ],
  ['Prompts', (page) => press(page, 'Past, saved and example prompts')],
  ['Code', (page) => press(page, 'This request as code')],
  ['Choose from gallery', (page) => press(page, 'Choose from gallery')],
  ['Paint the area to change', withMask],
  [
    'Krea’s models',
    async (page) => {
      await press(page, /^Model: /)
      await press(page, 'What changed')
    },
  ],
]

const places = [
  { scheme: 'light', width: 1440, height: 900 },
  { scheme: 'dark', width: 360, height: 740 },
] as const

for (const { scheme, width, height } of places)
  test(`every dialog of the composer is accessible: ${scheme}, ${width} px`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width: 1440, height })
    await page.goto('/')
    await generate(page, 'a harbour to choose')
    await expect(finished(page, 'a harbour to choose')).toBeVisible()
    await page.setViewportSize({ width, height })
    for (const [title, open] of dialogs) {
      await open(page)
      const dialog = page.getByRole('dialog', { name: title })
      await expect(dialog).toBeVisible()
      expect(await accessibilityFaults(page), title).toEqual([])
      expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
      for (let left = await page.locator('dialog[open]').count(); left > 0; left--) {
        await page.keyboard.press('Escape')
        await expect(page.locator('dialog[open]')).toHaveCount(left - 1)
      }
    }
  })

test('a closed dialog returns the focus to the control that opened it', async ({ page }) => {
  await page.goto('/')
  for (const name of ['Past, saved and example prompts', 'This request as code', /^Model: /]) {
    const opener = page.getByRole('button', { name })
    await opener.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
  }
})

test('of the dialog of models only its list scrolls: two bars would stand side by side', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/')
  await press(page, /^Model: /)
  const dialog = page.getByRole('dialog', { name: 'Models' })
  await expect(dialog.getByRole('option').first()).toBeVisible()
  expect(await dialog.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0)
})
