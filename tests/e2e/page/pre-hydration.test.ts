import type { Page } from '@playwright/test'
import { holdScripts } from '../../fixtures/browser/hold-requests'
import { waitForHydration } from '../../fixtures/browser/hydrated'
import { expect, test } from '../../fixtures/browser/page'
import { finished, openEmpty, tile } from '../actions'

const promptOf = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })

test('text typed before hydration stays and can be continued', async ({ page }) => {
  const release = await holdScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  await promptOf(page).click()
  await page.keyboard.type('a slow train')
  release()
  const code = page.getByRole('region', { name: 'curl code' })
  await expect(async () => {
    if (!(await code.isVisible()))
      await page.getByRole('button', { name: 'This request as code' }).click({ timeout: 1_000 })
    await expect(code).toContainText('a slow train', { timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await promptOf(page).press('End')
  await page.keyboard.type(' at dawn')
  await expect(promptOf(page)).toHaveValue('a slow train at dawn')
})

test('every setting changed before hydration stays changed', async ({ page }) => {
  const release = await holdScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('77')
  await page.getByRole('textbox', { name: /picture|image/i }).fill('https://example.com/fox.png')
  await page.getByRole('radio', { name: '16:9' }).check()
  await page.getByRole('combobox', { name: 'Number of pictures' }).selectOption('3')
  await page.getByText('More settings').click()
  release()
  await waitForHydration(page)
  await expect(page.getByRole('button', { name: /^Generate/ })).toContainText('$0.02')
  await expect(page.getByRole('spinbutton', { name: 'Seed' })).toHaveValue('77')
  await expect(page.getByRole('radio', { name: '16:9' })).toBeChecked()
  await expect(page.getByRole('combobox', { name: 'Number of pictures' })).toHaveValue('3')
  await expect(page.getByText('Styles', { exact: true })).toBeVisible()
})

test('a press of Generate before hydration makes one picture from the typed prompt', async ({
  page,
}) => {
  const posts: string[] = []
  page.on('request', (sent) => {
    if (sent.method() === 'POST') posts.push(new URL(sent.url()).pathname)
  })
  const release = await holdScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  await promptOf(page).fill('a slow train')
  await page
    .getByRole('button', { name: /^Generate/ })
    .first()
    .dblclick()
  release()
  await expect(finished(page, 'a slow train')).toBeVisible()
  expect(posts).toEqual(['/api/jobs'])
})

test('a press of Generate while a link loads uses the settings of the link', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  await promptOf(page).fill('the last one here')
  await page.goto('about:blank')
  const release = await holdScripts(page)
  await page.goto('/?prompt=a+linked+lighthouse', { waitUntil: 'commit' })
  await page
    .getByRole('button', { name: /^Generate/ })
    .first()
    .click()
  release()
  await expect(tile(page, 'a linked lighthouse')).toBeVisible()
  await expect(tile(page, 'the last one here')).toBeHidden()
})

test('a press of Generate while a link loads sends nothing if the link cannot be read', async ({
  page,
}) => {
  const scripts = new Set<string>()
  const posts: string[] = []
  page.on('request', (sent) => {
    if (sent.method() === 'POST') posts.push(sent.postData() ?? '')
    else scripts.add(sent.url())
  })
  await openEmpty(page)
  await promptOf(page).fill('the last one here')
  await page.waitForLoadState('networkidle')
  const known = new Set(scripts)
  await page.goto('about:blank')
  const release = await holdScripts(page)
  await page.route('**/_next/static/**/*.js', (route) =>
    known.has(route.request().url()) ? route.fallback() : route.abort(),
  )
  await page.goto('/?prompt=a+linked+lighthouse', { waitUntil: 'commit' })
  const button = page.getByRole('button', { name: /^Generate/ }).first()
  await button.click()
  release()
  await expect(page.getByText('the settings of the link are not here')).toBeVisible()
  await expect(promptOf(page)).toHaveValue('the last one here')
  await button.click()
  await expect(finished(page, 'the last one here')).toBeVisible()
  expect(posts).toHaveLength(1)
})
