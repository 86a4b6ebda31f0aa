import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { reviewSchema } from '@/lib/contract/reviews/review'
import { expect, test } from '../../fixtures/browser/page'
import { openSeeded } from '../../fixtures/browser/seed-gallery'
import { openAsGuest, sayName, share } from './share'

test('three pictures are shared, judged in another browser by keyboard, seen live, and ended', async ({
  page,
  browser,
}) => {
  test.slow()
  await openSeeded(page, 5)
  const { url, manage } = await share(page, 3, {
    title: 'Covers of the autumn issue',
    question: 'Which one goes on the cover?',
    maxPicks: 2,
  })
  await page.goto(manage)
  await expect(page.getByRole('heading', { name: 'Covers of the autumn issue' })).toBeVisible()
  await expect(page).toHaveURL(/\/reviews\/[0-9a-f-]{36}$/)

  const guest = await openAsGuest(browser, url)
  await expect(guest.getByText('Which one goes on the cover?')).toBeVisible()
  await expect(guest.getByText(/fox|kite|harbour|flux|\$/i)).toHaveCount(0)
  await sayName(guest, 'Anna')
  await expect(page.getByRole('listitem').filter({ hasText: 'Anna' })).toBeVisible()

  const tile = (at: number) => guest.getByRole('button', { name: `Open Picture ${at}` })
  await tile(1).focus()
  await guest.keyboard.press('p')
  await expect(guest.getByText('1 of 2 picked')).toBeVisible()
  await guest.keyboard.press('ArrowRight')
  await expect(tile(2)).toBeFocused()
  await guest.keyboard.press('p')
  await guest.keyboard.press('4')
  await expect(guest.getByText('2 of 2 picked')).toBeVisible()
  await guest.keyboard.press('ArrowRight')
  await guest.keyboard.press('p')
  await expect(guest.getByText('You have picked 2 of 2.')).toBeVisible()

  await guest.keyboard.press('Enter')
  const open = guest.getByRole('dialog', { name: 'Picture 3' })
  await expect(open.getByRole('img', { name: 'Picture 3' })).toBeVisible()
  await guest.keyboard.press('c')
  await guest.keyboard.type('The sky is <b>too dark</b> here')
  await open.getByRole('button', { name: 'Add a pin' }).focus()
  await guest.keyboard.press('Enter')
  await guest.keyboard.press('ArrowUp')
  await guest.keyboard.press('ArrowUp')
  await expect(open.getByText('The pin is in the middle.')).toBeVisible()
  await open.getByRole('textbox', { name: 'Comment' }).focus()
  await guest.keyboard.press('Control+Enter')
  await expect(
    open.getByRole('listitem').filter({ hasText: 'is <b>too dark</b> here' }),
  ).toBeVisible()
  await guest.keyboard.press('Escape')
  await guest.keyboard.press('Escape')
  await expect(open).toBeHidden()
  await expect(tile(3)).toBeFocused()

  await guest.getByRole('button', { name: 'I’m done' }).press('Enter')
  await expect(guest.getByText('You’re done')).toBeVisible()

  const anna = page.getByRole('listitem').filter({ hasText: '2 picked, 1 rated' })
  await expect(anna.getByText('Done')).toBeVisible()
  await expect(page.getByText('Picked by Anna')).toHaveCount(2)
  const comment = page.getByRole('listitem').filter({ hasText: 'is <b>too dark</b> here' })
  await comment.getByRole('button', { name: 'Answer' }).click()
  await comment.getByRole('textbox', { name: 'Your answer to Anna' }).fill('We will lift it')
  await page.keyboard.press('Enter')
  await tile(3).click()
  await expect(open.getByText('We will lift it')).toBeVisible()
  await guest.keyboard.press('Escape')

  page.on('dialog', (question) => void question.accept())
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'End for guests…' }).click()
  await expect(guest.getByRole('heading', { name: 'This review has ended' })).toBeVisible()
  await guest.reload()
  await expect(guest.getByRole('heading', { name: 'This review has ended' })).toBeVisible()
  await guest.context().close()
})

test('a guest who has no name is asked for it by the first pick, and it can be undone', async ({
  page,
  browser,
}) => {
  await openSeeded(page, 3)
  const { url } = await share(page, 2, { title: 'Two to choose from' })
  const guest = await openAsGuest(browser, url)
  await guest.getByRole('button', { name: 'Pick Picture 2' }).click()
  const asked = guest.getByRole('dialog', { name: 'Who is judging?' })
  await asked.getByLabel('Your name').fill('Ben')
  await guest.keyboard.press('Enter')
  await expect(asked).toBeHidden()
  await expect(guest.getByText('1 picked')).toBeVisible()
  await guest.getByRole('button', { name: 'Undo' }).click()
  await expect(guest.getByText('0 picked')).toBeVisible()
  await guest.context().close()
})

test('pairs are compared blind by keyboard, and the owner gets strengths', async ({
  page,
  browser,
}) => {
  await openSeeded(page, 3)
  const { url, manage } = await share(page, 3, { title: 'Pairs' })
  const guest = await openAsGuest(browser, url)
  await sayName(guest, 'Cleo')
  await guest.getByRole('button', { name: 'Compare' }).click()
  const pairs = guest.getByRole('dialog', { name: 'Compare' })
  await expect(pairs.getByRole('img', { name: 'Left picture' })).toBeVisible()
  await guest.keyboard.press('ArrowLeft')
  await guest.keyboard.press('=')
  await guest.keyboard.press('ArrowRight')
  await expect(pairs.getByText('3 of 3 pairs judged')).toBeVisible()
  await guest.keyboard.press('z')
  await guest.keyboard.press('ArrowLeft')
  await expect(pairs.getByText('3 of 3 pairs judged')).toBeVisible()
  await page.goto(manage)
  await expect(page.getByText('3 compared')).toBeVisible()
  await expect(page.getByRole('img', { name: /between/ })).toHaveCount(3)
  await guest.context().close()
})

test('the owner puts the question better, merges two guests, and takes the results along', async ({
  page,
  browser,
}) => {
  await openSeeded(page, 3)
  const { url, manage } = await share(page, 2, { title: 'A draft', question: 'Which?' })
  const phone = await openAsGuest(browser, url)
  await sayName(phone, 'Dora')
  await phone.getByRole('button', { name: 'Pick Picture 1' }).click()
  await expect(phone.getByText('1 picked')).toBeVisible()
  const laptop = await openAsGuest(browser, url)
  await sayName(laptop, 'Dora at work')
  await laptop.getByRole('button', { name: 'Pick Picture 2' }).click()
  await expect(laptop.getByText('1 picked')).toBeVisible()

  await page.goto(manage)
  const choose = async (item: string) => {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('button', { name: item }).click()
  }
  await choose('Edit title, question and brief')
  const dialog = page.getByRole('dialog', { name: 'Title, question and brief' })
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await expect(dialog.getByLabel('Question')).toHaveValue('Which?')
  await dialog.getByLabel('Title').fill('Posters')
  await dialog.getByLabel('Brief').fill('For the night of museums')
  await dialog.getByLabel('Question').fill('Which one would you stop for?')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  for (const each of [page, phone, laptop]) {
    await expect(each.getByRole('heading', { name: 'Posters' })).toBeVisible()
    await expect(each.getByText('For the night of museums')).toBeVisible()
    await expect(each.getByText('Which one would you stop for?')).toBeVisible()
  }

  page.on('dialog', (question) => void question.accept())
  await page
    .getByRole('combobox', { name: 'Dora at work is the same person as' })
    .selectOption('Dora')
  await expect(page.getByRole('listitem').filter({ hasText: '2 picked' })).toContainText('Dora')
  await expect(page.getByText('Dora at work')).toHaveCount(0)

  const saved = async (item: string) => {
    const download = page.waitForEvent('download')
    await choose(item)
    return readFile(await (await download).path(), 'utf8')
  }
  const rows = await saved('Results as CSV')
  expect(rows).toContain('Dora')
  expect(rows).not.toContain('Dora at work')
  const results = z
    .omit(reviewSchema, { url: true })
    .parse(JSON.parse(await saved('Results as JSON')))
  expect(results.guests.map(({ name }) => name)).toEqual(['Dora'])
  expect(results.results.map(({ picks }) => picks)).toEqual([1, 1])

  await choose('Close: look only, no more verdicts')
  await expect(laptop.getByText('This review is closed.')).toBeVisible()
  await choose('End for guests…')
  await expect(phone.getByRole('heading', { name: 'This review has ended' })).toBeVisible()
  await phone.context().close()
  await laptop.context().close()
})

test('an address that leads nowhere says so, and the page is not indexed', async ({ page }) => {
  const answer = await page.goto('/r/there-is-no-such-review')
  expect(answer?.status()).toBe(404)
  expect(answer?.headers()['x-robots-tag']).toBe('noindex, nofollow')
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer')
  await expect(page.getByRole('heading', { name: 'There is no review here' })).toBeVisible()
})
