import { expect, test } from '../../fixtures/browser/page'

for (const [name, path] of [
  ['the playground', '/'],
  ['a guest’s page', '/r/none'],
])
  test(`a browser that is too old for ${name} says so, and which ones work`, async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, 'popover'))
    await page.goto(path ?? '', { waitUntil: 'load' })
    const sentence = page.getByRole('alert').filter({ hasText: 'This browser is too old' })
    const words =
      'This browser is too old for this page. Chrome or Edge 120, Firefox 128, Safari 17 and later ones work.'
    await expect(sentence).toHaveText(words)
    // As React does where what it drew is not what it finds.
    await page.evaluate(() => document.body.replaceWith(document.createElement('body')))
    await expect(sentence).toHaveText(words)
  })
