import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, tile } from '../actions'

/** What the tile must say, and the one action it offers. */
const faults: [word: string, says: RegExp, offers: RegExp][] = [
  ['#nsfw', /content filter.*Not charged/s, /Edit/],
  ['#fail', /gave no reason.*Not charged/s, /Try again/],
  ['#empty', /without a picture/, /Try again/],
  ['#402', /balance is empty.*Not charged/s, /Top up/],
  ['#500', /(may exist|Krea).*charged/is, /Try again|Look again/],
  ['#html', /(may exist|Krea).*charged/is, /Try again|Look again/],
]

for (const [word, says, offers] of faults) {
  test(`${word} ends in words with the action that helps`, async ({ page }) => {
    await page.goto('/')
    await generate(page, `a castle ${word}`)
    const failed = tile(page, `a castle ${word}`)
    const action = failed
      .getByRole('button', { name: offers })
      .or(failed.getByRole('link', { name: offers }))
    await expect(action).toBeVisible({ timeout: 25_000 })
    await expect(failed).toContainText(says)
    await failed.getByRole('button', { name: 'Details' }).click()
    await expect(page.getByRole('dialog')).toContainText(/Request[\da-f]{8}-[\da-f]{4}-/)
  })
}

test('#cut: an answer lost on the way is found again, and the picture comes', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a castle #cut')
  await expect(finished(page, 'a castle #cut')).toBeVisible({ timeout: 25_000 })
})

test('#slow takes its time and arrives', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a castle #slow')
  await expect(finished(page, 'a castle #slow')).toBeVisible({ timeout: 45_000 })
})

test('#hang keeps the tile honest and leaves the page usable', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a castle #hang')
  await expect(tile(page, 'a castle #hang')).toContainText('Sending')
  await generate(page, 'a tower beside it')
  await expect(finished(page, 'a tower beside it')).toBeVisible({ timeout: 20_000 })
})

test('after topping up one can try again', async ({ page, context }) => {
  await context.route('https://www.krea.ai/**', (route) => route.fulfill({ body: 'Billing' }))
  await page.goto('/')
  await generate(page, 'an empty purse #402')
  const away = context.waitForEvent('page')
  await tile(page, 'an empty purse').getByRole('link', { name: 'Top up' }).click()
  await (await away).close()
  await tile(page, 'an empty purse').getByRole('button', { name: 'Try again' }).click()
  await expect(tile(page, 'an empty purse').getByRole('link', { name: 'Top up' })).toBeVisible()
})
