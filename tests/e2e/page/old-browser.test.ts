import { expect, test } from '../../fixtures/browser/page'

test('a browser that is too old says so, in a sentence with those that work', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, 'popover'))
  await page.goto('/', { waitUntil: 'load' })
  await expect(page.getByRole('alert').filter({ hasText: 'This browser is too old' })).toHaveText(
    'This browser is too old for the playground. Chrome or Edge 120, Firefox 128, Safari 17 and later ones work.',
  )
})
