import { expect } from '@playwright/test'
import { test } from '../../fixtures/browser/hydrated-page'
import { startPlayground } from '../../fixtures/server/playground'

test('a page that crashes says that nothing is lost, and can be reopened', async ({ page }) => {
  const playground = await startPlayground()
  await page.addInitScript(() => {
    const working = window.matchMedia
    Object.assign(window, { mend: () => Object.assign(window, { matchMedia: working }) })
    window.matchMedia = () => {
      throw new Error('a browser without it')
    }
  })
  await page.goto(playground.url)
  await expect(page.getByRole('heading', { name: 'This page has broken' })).toBeVisible()
  await page.getByText('Error details').click()
  await expect(page.getByText('a browser without it')).toBeVisible()
  await page.evaluate('mend()')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toBeEditable()
  await playground.stop()
})
