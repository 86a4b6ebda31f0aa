import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures/browser/page'
import { generate } from '../actions'

const promptOf = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })
const link = '/?model=image/bfl/flux-1-dev&prompt=the+words+of+the+link&steps=31'

test('a link is taken in once: what is written after it survives a reload', async ({ page }) => {
  await page.goto(link)
  await expect(promptOf(page)).toHaveValue('the words of the link')
  await expect(page).toHaveURL('/')
  await expect(page).toHaveTitle('Krea Playground')
  await promptOf(page).fill('my own words')
  await page.reload()
  await expect(promptOf(page)).toHaveValue('my own words')
  await expect(page.getByRole('spinbutton', { name: 'Steps' })).toHaveValue('31')
})

test('a field with the name of an object’s own costs that name only', async ({ page }) => {
  await page.goto(`${link}&constructor=y&__proto__=z`)
  await expect(promptOf(page)).toHaveValue('the words of the link')
  await expect(page.getByText('no field “constructor”')).toBeVisible()
})

test('a long link opens, and leaves the page’s own address short', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  const prompt = '城'.repeat(1500)
  await promptOf(page).fill(prompt)
  await page.getByRole('button', { name: 'Copy a link to these settings' }).click()
  await expect(page.getByText('Link copied')).toBeVisible()
  await expect(page).toHaveURL('/')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(copied).search).toBe('')
  const other = await browser.newPage()
  await other.goto(copied)
  await expect(promptOf(other)).toHaveValue(prompt)
  await expect(other).toHaveURL(new URL('/', copied).href)
  await other.close()
})

test('where the browser does not let the page copy, the link is shown to copy by hand', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await page.goto('/')
  await promptOf(page).fill('a fox to copy')
  await page.getByRole('button', { name: 'Copy a link to these settings' }).click()
  const shown = page.getByRole('textbox', { name: /does not let the page copy/ })
  await expect(shown).toHaveValue(/prompt=a\+fox\+to\+copy/)
  await expect(page.getByText('Link copied')).toBeHidden()
})

test('a form that was cleared, or got another prompt, can be undone', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'an older prompt')
  await promptOf(page).fill('not sent yet')
  await page.getByRole('button', { name: 'Clear the form' }).click()
  await expect(promptOf(page)).toHaveValue('')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(promptOf(page)).toHaveValue('not sent yet')
  await page.getByRole('button', { name: 'Past, saved and example prompts' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'an older prompt' }).click()
  await expect(promptOf(page)).toHaveValue('an older prompt')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(promptOf(page)).toHaveValue('not sent yet')
})
