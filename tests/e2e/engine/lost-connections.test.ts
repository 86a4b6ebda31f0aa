import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, openEmpty, tile } from '../actions'

test('a read that gets no answer is given up after a while, and the job is read again', async ({
  page,
}) => {
  await page.clock.install()
  await page.goto('/')
  let reads = 0
  await page.route('**/api/jobs/*', (route) => {
    reads += 1
    return reads > 1 ? route.continue() : undefined
  })
  await generate(page, 'a quiet line')
  await expect.poll(() => reads).toBe(1)
  await page.clock.fastForward(36_000)
  await expect(finished(page, 'a quiet line')).toBeVisible()
  expect(reads).toBeGreaterThan(1)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('a page whose code the server has replaced says so, and offers to reload', async ({
  page,
}) => {
  await openEmpty(page)
  await page.route('**/_next/static/**/*.js', (route) => route.fulfill({ status: 404 }))
  await page.getByRole('button', { name: /^Model: / }).click()
  const alert = page
    .getByRole('alert')
    .filter({ hasText: 'There is a newer version of this page.' })
  await expect(alert).toBeVisible()
  await page.unroute('**/_next/static/**/*.js')
  await alert.getByRole('button', { name: 'Reload' }).click()
  await expect(alert).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toBeVisible()
})

test('a connection to the storage that dies without a word is opened again', async ({ page }) => {
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = (name, version) => {
      const request = open(name, version)
      request.addEventListener('success', () => {
        addEventListener('kill-connections', () => request.result.close())
      })
      return request
    }
  })
  await openEmpty(page)
  await generate(page, 'before it dies')
  await expect(finished(page, 'before it dies')).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('kill-connections')))
  await generate(page, 'after it died')
  await expect(tile(page, 'after it died')).toBeVisible()
  await expect(finished(page, 'after it died')).toBeVisible()
})
