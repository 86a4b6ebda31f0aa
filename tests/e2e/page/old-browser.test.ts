import { readFileSync } from 'node:fs'
import { expect, test } from '../../fixtures/browser/page'

const words =
  'This browser is too old for this page. Chrome or Edge 120, Firefox 128, Safari 17 and later ones work.'

test.beforeEach(({ page }) =>
  page.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, 'popover')),
)

for (const [name, path] of [
  ['the playground', '/'],
  ['a guest’s page', '/r/none'],
])
  test(`a browser that is too old for ${name} says so, and which ones work`, async ({ page }) => {
    await page.goto(path ?? '', { waitUntil: 'load' })
    const sentence = page.getByRole('alert').filter({ hasText: 'This browser is too old' })
    await expect(sentence).toHaveText(words)
  })

test('it says so too where its script comes after the page has loaded', async ({ page }) => {
  await page.route('**/old-browser.js', (route) => route.fulfill({ body: '' }))
  await page.goto('/r/none', { waitUntil: 'load' })
  await page.evaluate(readFileSync('public/old-browser.js', 'utf8'))
  await expect(page.getByRole('alert').filter({ hasText: 'This browser is too old' })).toHaveText(
    words,
  )
})
