import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, openEmpty, tile } from '../actions'

test('by keyboard alone: into the grid, favourite, compare, download, delete, undo', async ({
  page,
}) => {
  test.slow()
  await openEmpty(page)
  await generate(page, 'the older one')
  await expect(finished(page, 'the older one')).toBeVisible()
  await generate(page, 'the newer one')
  await expect(finished(page, 'the newer one')).toBeVisible()
  await page.reload()
  await expect(finished(page, 'the newer one')).toBeVisible()

  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Skip to pictures' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(tile(page, 'the newer one')).toBeFocused()
  await page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  )
  await page.keyboard.press('ArrowDown')
  await expect(tile(page, 'the newer one')).toBeFocused()

  await page.keyboard.press('f')
  await expect(tile(page, 'the newer one').getByLabel('Favourite')).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  const download = page.waitForEvent('download')
  await page.keyboard.press('d')
  expect((await download).suggestedFilename()).toMatch(/^the-newer-one-/)
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Compare with' })
  await expect(dialog.getByRole('button', { name: /the older one/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(tile(page, 'the newer one')).toBeFocused()

  await page.keyboard.press('Delete')
  await expect(tile(page, 'the newer one')).toHaveCount(0)
  await expect(tile(page, 'the older one')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(tile(page, 'the newer one')).toBeVisible()

  await tile(page, 'the newer one').focus()
  await page.keyboard.press('Enter')
  const viewer = page.getByRole('dialog', { name: 'Picture' })
  await expect(viewer).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(viewer.getByText('Deleted.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(viewer.getByText('Deleted.')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(tile(page, 'the newer one')).toBeVisible()
})

test('the menu is walked by arrows', async ({ page }) => {
  await openEmpty(page)
  await generate(page, 'a picture for the menu')
  await expect(tile(page, 'a picture for the menu')).toBeVisible()
  const more = page.getByRole('button', { name: 'More', exact: true })
  await more.press('Enter')
  await expect(page.getByRole('button', { name: 'Select', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Boards', exact: true })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: 'Storage and backup' })).toBeFocused()
})

test('a picture under the pointer is downloaded, or used as an input', async ({ page }) => {
  await openEmpty(page)
  await generate(page, 'a picture to use')
  await expect(finished(page, 'a picture to use')).toBeVisible()
  const picture = tile(page, 'a picture to use')
  await picture.hover()
  const download = page.waitForEvent('download')
  await picture.getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toMatch(/^a-picture-to-use-/)
  const upload = page.waitForResponse((response) => response.url().endsWith('/api/assets'))
  await picture.getByRole('button', { name: 'Use as input' }).click()
  expect((await upload).status()).toBe(201)
})
