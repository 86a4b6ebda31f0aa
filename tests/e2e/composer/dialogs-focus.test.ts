import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures/browser/page'
import { finished, generate } from '../actions'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

test('dialogs open with the focus where work begins', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a harbour to focus on')
  await expect(finished(page, 'a harbour to focus on')).toBeVisible()

  await press(page, /^Model: /)
  await expect(page.getByRole('combobox', { name: 'Search models' })).toBeFocused()
  await page.keyboard.type('nano')
  await expect(page.getByRole('combobox', { name: 'Search models' })).toHaveValue('nano')
  await page.keyboard.press('Escape')

  await press(page, 'Past, saved and example prompts')
  await expect(page.getByRole('searchbox', { name: 'Search past prompts' })).toBeFocused()
  await page.keyboard.press('Escape')

  await press(page, 'This request as code')
  await expect(page.getByRole('button', { name: 'Copy', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')

  await press(page, 'Choose from gallery')
  await expect(page.getByRole('button', { name: 'Use: a harbour to focus on' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove Image' })).toBeFocused()
})

test('the focus stays in the form when a model, a past prompt or an example is chosen', async ({
  page,
}) => {
  await page.goto('/')
  await press(page, /^A cat on a hill/)
  await expect(page.getByRole('region', { name: 'Gallery' })).toBeFocused()
  await press(page, /^Model: /)
  await expect(page.getByRole('combobox', { name: 'Search models' })).toBeFocused()
  await page.keyboard.type('nano banana 2')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Model: Nano/ })).toBeFocused()
  await press(page, 'Past, saved and example prompts')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^A cat/ })
    .click()
  await expect(page.getByRole('button', { name: 'Past, saved and example prompts' })).toBeFocused()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })
  test('the sheet opens in the prompt, and gives the focus back', async ({ page }) => {
    await page.goto('/')
    await press(page, 'Describe the picture')
    await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toBeFocused()
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Describe the picture' })).toBeFocused()
  })
})

test('what was painted on a mask is not thrown away unasked', async ({ page, baseURL }) => {
  await page.goto('/')
  await generate(page, 'a harbour to mask')
  await expect(finished(page, 'a harbour to mask')).toBeVisible()
  await page.goto(`${baseURL}/?model=image/ideogram/ideogram-4.5-precise&prompt=a+harbour`)
  await page.getByRole('button', { name: 'Choose from gallery' }).first().click()
  await press(page, 'Use: a harbour to mask')
  await page.getByRole('button', { name: 'Paint' }).click()
  const canvas = page.getByRole('dialog').getByLabel('Mask', { exact: true })
  await canvas.hover()
  await page.mouse.down()
  await page.mouse.move(640, 360, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.press('Escape')
  await press(page, 'Keep painting')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Use mask' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
