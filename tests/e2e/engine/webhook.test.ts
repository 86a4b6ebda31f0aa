import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, tile } from '../actions'

test('a webhook that is refused says so on the card, which leads to it and then tries again', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Jobs and notifications' }).click()
  await page.getByText('Advanced: webhook').click()
  await page.getByLabel('Krea calls this address').fill('https://10.0.0.1/krea')
  await page.keyboard.press('Escape')

  const failed = await generate(page, 'told to a private address')
  await expect(failed).toContainText('The webhook’s address does not lead to the open internet.')
  await expect(failed).toContainText('Not charged.')
  await failed.getByRole('button', { name: 'Edit webhook' }).click()
  const field = page.getByLabel('Krea calls this address')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('https://10.0.0.1/krea')
  await field.fill('')
  await expect(field).toBeVisible()
  await page.keyboard.press('Escape')

  await failed.getByRole('button', { name: 'Try again' }).click()
  await expect(finished(page, 'told to a private address')).toBeVisible()
  await expect(tile(page, 'told to a private address')).toHaveCount(1)
})
