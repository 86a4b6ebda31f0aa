import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, tile } from '../actions'

test('the finished picture opens large, at the size asked, and is there again after a reload', async ({
  page,
}) => {
  await page.goto('/')
  await generate(page, 'a quiet forest in the morning')
  await expect(finished(page, 'a quiet forest')).toBeVisible()
  await page.reload()
  await finished(page, 'a quiet forest').click()
  const picture = page.getByRole('dialog').getByRole('img', { name: 'a quiet forest' })
  await expect(picture).toBeVisible()
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]))
    .toEqual([1024, 1024])
})

test('Ctrl+Enter in the prompt generates', async ({ page }) => {
  await page.goto('/')
  const prompt = page.getByRole('textbox', { name: 'Prompt', exact: true })
  await prompt.fill('dunes by keyboard')
  await prompt.press('Control+Enter')
  await expect(tile(page, 'dunes by keyboard')).toBeVisible()
  await expect(finished(page, 'dunes by keyboard')).toBeVisible()
})

test('an empty prompt is shown at its field, and nothing is sent', async ({ page }) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await page.goto('/')
  await page.getByRole('button', { name: /^Generate/ }).click()
  const prompt = page.getByRole('textbox', { name: 'Prompt', exact: true })
  await expect(prompt).toBeFocused()
  await expect(prompt).toHaveAttribute('aria-invalid', 'true')
  await expect(prompt).toHaveAccessibleDescription('Enter a prompt.')
  expect(sent).toEqual([])
})

test('the server draws the first visit at once, and nothing of it once there are pictures', async ({
  page,
}) => {
  const served = async () => (await page.request.get('/')).text()
  const welcome = 'Make your first picture'
  expect(await served()).toContain(welcome)
  await page.goto('/')
  await generate(page, 'a pier at dawn')
  await expect(finished(page, 'a pier at dawn')).toBeVisible()
  expect(await served()).not.toContain(welcome)
  await page.reload()
  await finished(page, 'a pier at dawn').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText(welcome)).toBeVisible()
  expect(await served()).toContain(welcome)
})
