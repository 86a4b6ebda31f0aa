import { expect, test } from '../../fixtures/browser/page'
import { openSeeded } from '../../fixtures/browser/seed-gallery'
import { openAsGuest, openShare, share } from './share'

test('the server opens its database for a review while the dialog is being filled in; S in the viewer opens it too', async ({
  page,
}) => {
  await openSeeded(page, 1)
  const opened = page.waitForResponse('**/api/reviews')
  await openShare(page, 1)
  expect([(await opened).request().method(), (await opened).status()]).toEqual(['GET', 200])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('article', { name: /number 1$/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Picture' }).getByRole('img').first()).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: 'Share 1 picture', exact: true })).toBeVisible()
})

test('a reload in the middle of sharing goes on where it was', async ({ page, browser }) => {
  test.slow()
  await openSeeded(page, 4)
  const dialog = await openShare(page, 4)
  let sent = 0
  await page.route('**/api/reviews/*/pictures', async (route) => {
    sent += 1
    if (sent > 2) await route.abort()
    else await route.fallback()
  })
  await dialog.getByRole('button', { name: 'Share 4 pictures' }).click()
  await expect(dialog.getByText('2 of 4 pictures uploaded.')).toBeVisible()
  const url = (await dialog.locator('code').textContent()) ?? ''
  await page.unroute('**/api/reviews/*/pictures')
  await page.reload()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Reviews', exact: true }).click()
  const list = page.getByRole('dialog', { name: 'Reviews' })
  await expect(list.getByRole('link').getByText('4 pictures')).toBeVisible()
  const guest = await openAsGuest(browser, url)
  await expect(guest.getByRole('button', { name: /^Open Picture/ })).toHaveCount(4)
  await guest.context().close()
})

test('a picture that is starred while a review is live arrives by itself', async ({
  page,
  browser,
}) => {
  await openSeeded(page, 4)
  const dialog = await openShare(page, 1)
  await dialog.getByLabel('Add automatically').selectOption('Pictures I star')
  await dialog.getByRole('button', { name: 'Share 1 picture' }).click()
  await expect(dialog.getByText('1 picture uploaded.')).toBeVisible()
  const url = (await dialog.locator('code').textContent()) ?? ''
  const guest = await openAsGuest(browser, url)
  const pictures = guest.getByRole('button', { name: /^Open Picture/ })
  await expect(pictures).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('article', { name: /number 3$/ }).focus()
  await page.keyboard.press('f')
  await expect(pictures).toHaveCount(2)
  await guest.context().close()
})

test('the manage link makes any browser the owner; without it nobody is', async ({
  page,
  browser,
}) => {
  await openSeeded(page, 2)
  const { manage } = await share(page, 2, { title: 'Managed elsewhere' })
  const address = new URL(manage, page.url()).href
  const other = await (await browser.newContext()).newPage()
  await other.goto(address.replace(/#.*/, ''))
  await expect(
    other.getByRole('heading', { name: 'This review cannot be opened here' }),
  ).toBeVisible()
  await other.goto('about:blank')
  await other.goto(address)
  await expect(other.getByRole('heading', { name: 'Managed elsewhere' })).toBeVisible()
  await expect(other).not.toHaveURL(/#/)
  await other.reload()
  await expect(other.getByRole('heading', { name: 'Managed elsewhere' })).toBeVisible()
  await other.context().close()
})

test('what was picked becomes a favourite in the owner’s gallery', async ({ page, browser }) => {
  await openSeeded(page, 3)
  const { url, manage } = await share(page, 2, { title: 'Back to the gallery' })
  const guest = await openAsGuest(browser, url)
  await guest.getByRole('button', { name: 'Pick Picture 2' }).click()
  const asked = guest.getByRole('dialog', { name: 'Who is judging?' })
  await asked.getByLabel('Your name').fill('Dan')
  await guest.keyboard.press('Enter')
  await expect(guest.getByText('1 picked')).toBeVisible()
  await page.goto(manage)
  await page.getByRole('button', { name: 'Favourite what was picked' }).click()
  await expect(page.getByText('1 picture is a favourite in your gallery now.')).toBeVisible()
  await guest.context().close()
})
