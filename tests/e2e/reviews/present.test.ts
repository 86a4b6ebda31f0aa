import { expect, test } from '../../fixtures/browser/page'
import { openSeeded } from '../../fixtures/browser/seed-gallery'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { startLine } from '../../fixtures/server/cuttable-line'
import { openAsGuest, share } from './share'

test('guests who follow see what the presenter shows, also after a reload, until they look around', async ({
  page,
  browser,
}) => {
  test.slow()
  await openSeeded(page, 3)
  const { url, manage } = await share(page, 3, { title: 'On the wall' })
  await page.goto(manage)
  const guest = await openAsGuest(browser, url)
  await page.getByRole('button', { name: 'Present' }).click()
  const presenting = page.getByRole('dialog', { name: 'Presenting' })
  await expect(presenting.getByRole('img', { name: '1 of 3' })).toBeVisible()
  expect(await presenting.innerText()).not.toMatch(/[$]|wall|fox|kite/i)

  await guest.getByRole('button', { name: 'Follow' }).click()
  const followed = guest.getByRole('dialog', { name: 'What is being presented' })
  await expect(followed.getByRole('img', { name: 'Picture 1' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(followed.getByRole('img', { name: 'Picture 2' })).toBeVisible()
  await page.keyboard.press('b')
  await expect(followed.getByText('The screen is black.')).toBeAttached()
  await page.keyboard.press('b')
  await expect(followed.getByRole('img', { name: 'Picture 2' })).toBeVisible()
  await page.keyboard.press('q')
  await expect(presenting.getByRole('img', { name: 'QR code' })).toBeVisible()

  await guest.reload()
  await expect(followed.getByRole('img', { name: 'Picture 2' })).toBeVisible()
  await page.reload()
  await expect(presenting.getByRole('img', { name: '2 of 3' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(followed.getByRole('img', { name: 'Picture 3' })).toBeVisible()

  await guest.getByRole('button', { name: 'Look around by myself' }).click()
  await expect(followed).toBeHidden()
  await expect(guest.getByRole('button', { name: 'Follow' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(presenting).toBeHidden()
  await expect(guest.getByRole('button', { name: 'Follow' })).toHaveCount(0)
  await guest.context().close()
})

test('where streams are cut, a guest still follows', async ({ page, browser }) => {
  await openSeeded(page, 2)
  const { url, manage } = await share(page, 2, { title: 'Cut streams' })
  await page.goto(manage)
  const context = await browser.newContext()
  await context.route('**/events', (route) => route.abort())
  const guest = await context.newPage()
  await guest.goto(url)
  await page.getByRole('button', { name: 'Present' }).click()
  await guest.getByRole('button', { name: 'Follow' }).click()
  const followed = guest.getByRole('dialog', { name: 'What is being presented' })
  await expect(followed.getByRole('img', { name: 'Picture 1' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(followed.getByRole('img', { name: 'Picture 2' })).toBeVisible()
  await context.close()
})

test('where all connections are cut before each change, a guest sees every one', async ({
  browser,
  playground,
}) => {
  const own = await newReview(playground.url)
  const pictures = [
    await own.add(await pictureWithMetadata(1)),
    await own.add(await pictureWithMetadata(2)),
  ]
  await own.ask('PATCH', '', { shown: pictures[0] })
  const line = await startLine(Number(new URL(playground.url).port))
  const guest = await openAsGuest(browser, `http://localhost:${line.port}/r/${own.secret}`)
  await guest.getByRole('button', { name: 'Follow' }).click()
  const followed = guest.getByRole('dialog', { name: 'What is being presented' })
  for (const at of [1, 0, 1, 0]) {
    line.drop()
    await own.ask('PATCH', '', { shown: pictures[at] })
    await expect(followed.getByRole('img', { name: `Picture ${at + 1}` })).toBeVisible()
  }
  await guest.context().close()
  await line.stop()
})
