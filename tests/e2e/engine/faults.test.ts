import { faults as wordsForErrors } from '@/lib/contract/sandbox-faults'
import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, tile } from '../actions'

/** What the tile must say, and the one action it offers. */
const faults: [word: string, says: RegExp, offers: RegExp][] = [
  ['#nsfw', /content filter.*Not charged/s, /Edit/],
  ['#fail', /without giving a reason.*Not charged/s, /Try again/],
  ['#empty', /returned no picture/, /Try again/],
  ['#402', /balance is empty.*Not charged/s, /Add funds/],
  ['#500', /Krea answered 500\..*Possibly charged/s, /Check again/],
  ['#html', /may still run.*Possibly charged/s, /Check again/],
]

for (const [word, says, offers] of faults) {
  test(`${word} ends in words with the action that helps`, async ({ page }) => {
    await page.goto('/')
    await generate(page, `a castle ${word}`)
    const failed = tile(page, `a castle ${word}`)
    const action = failed
      .getByRole('button', { name: offers })
      .or(failed.getByRole('link', { name: offers }))
    await expect(action).toBeVisible()
    await expect(failed).toContainText(says)
    await failed.getByRole('button', { name: 'Details' }).click()
    await expect(page.getByRole('dialog')).toContainText(/Request[\da-f]{8}-[\da-f]{4}-/)
  })
}

test('the Sandbox badge lists all words for errors; after #cut the lost answer is found again, and the picture comes', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sandbox' }).click()
  for (const { word, what } of wordsForErrors)
    for (const text of [word, what])
      await expect(page.getByText(text, { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await generate(page, 'a castle #cut')
  await expect(finished(page, 'a castle #cut')).toBeVisible()
})

test('a lost job that is looked for in vain can be sent again, for the price that the button says', async ({
  page,
}) => {
  await page.goto('/')
  await generate(page, 'a castle #500')
  const failed = tile(page, 'a castle #500')
  await failed.getByRole('button', { name: 'Check again' }).click()
  await expect(failed).toContainText('Checked: Krea’s latest jobs do not include it.')
  await expect(failed.getByRole('button', { name: /^Send again \$\d/ })).toBeVisible()
  await failed.getByRole('button', { name: 'Details' }).click()
  const dialog = page.getByRole('dialog', { name: 'Error details' })
  await expect(dialog.getByRole('button', { name: /^Send again/ })).toBeFocused()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Clear 1 failed' }).click()
  await expect(page.getByRole('article')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(failed).toBeVisible()
})

test('a job is cancelled from the first second, before Krea has named it', async ({ page }) => {
  await page.goto('/')
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/jobs', (route) => held.then(() => route.continue()), { times: 1 })
  await generate(page, 'a castle #slow')
  const running = tile(page, 'a castle #slow')
  await running.getByRole('button', { name: 'Cancel' }).click()
  await expect(running).toContainText('Cancelling…')
  answer()
  await expect(running).toContainText('Cancelled')
  await expect(running).toContainText('Not charged.')
})

test('#slow takes its time and arrives', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a castle #slow')
  await expect(finished(page, 'a castle #slow')).toBeVisible()
})

test('#hang keeps the tile honest and leaves the page usable', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a castle #hang')
  await expect(tile(page, 'a castle #hang')).toContainText('Sending')
  await generate(page, 'a tower beside it')
  await expect(finished(page, 'a tower beside it')).toBeVisible()
})

test('after adding funds one can try again', async ({ page, context }) => {
  await context.route('https://www.krea.ai/**', (route) => route.fulfill({ body: 'Billing' }))
  await page.goto('/')
  await generate(page, 'an empty purse #402')
  const away = context.waitForEvent('page')
  await tile(page, 'an empty purse').getByRole('link', { name: 'Add funds' }).click()
  await (await away).close()
  await tile(page, 'an empty purse').getByRole('button', { name: 'Try again' }).click()
  await expect(tile(page, 'an empty purse').getByRole('link', { name: 'Add funds' })).toBeVisible()
})
