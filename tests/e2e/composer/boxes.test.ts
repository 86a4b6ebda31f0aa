import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures/browser/page'

const promptOf = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })
const generateButton = (page: Page) => page.getByRole('button', { name: /^Generate/ })
const numberBox = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true })

/** The bodies that the page posts to make jobs, as they leave. */
function posted(page: Page): object[] {
  const bodies: object[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/jobs'))
      bodies.push(JSON.parse(request.postData() ?? '{}').input)
  })
  return bodies
}

const texts: [text: string, what: string][] = [
  ['example.com/x.png', 'without https://'],
  ['https://example.com/my photo.png', 'with a space'],
  ['data:image/png;base64,AAAA', 'with the picture in it'],
  ['<https://example.com/x.png>', 'in angle brackets'],
]

for (const [text, what] of texts)
  test(`an address ${what} is refused at its field, and nothing is sent`, async ({ page }) => {
    const bodies = posted(page)
    await page.goto('/')
    await promptOf(page).fill('with a picture')
    const box = page.getByRole('textbox', { name: 'Image', exact: true })
    await box.fill(text)
    await box.press('Enter')
    await expect(page.getByText('Not an address.')).toBeVisible()
    await generateButton(page).click()
    await expect(box).toBeFocused()
    await expect(box).toHaveValue(text)
    expect(bodies).toEqual([])
    await box.fill('')
    await generateButton(page).click()
    await expect.poll(() => bodies.length).toBe(1)
    expect(bodies[0]).not.toHaveProperty('image_url')
  })

test('an address that stands in the box when one generates by key is sent', async ({ page }) => {
  const bodies = posted(page)
  await page.goto('/')
  await promptOf(page).fill('with a picture')
  const box = page.getByRole('textbox', { name: 'Image', exact: true })
  await box.fill('https://example.com/x.png')
  await box.press('Control+Enter')
  await expect.poll(() => bodies.length).toBe(1)
  expect(bodies[0]).toMatchObject({ image_url: 'https://example.com/x.png' })
})

test('a comma is a decimal point; letters and seeds beyond 2^53 are refused where they stand', async ({
  page,
}) => {
  const bodies = posted(page)
  await page.goto('/')
  await promptOf(page).fill('a number as typed')
  await numberBox(page, 'Guidance').fill('1,5')
  await numberBox(page, 'Steps').fill('2e')
  await numberBox(page, 'Steps').blur()
  await expect(numberBox(page, 'Steps')).toHaveAttribute('aria-invalid', 'true')
  await numberBox(page, 'Seed').fill('6687881544318117707')
  await generateButton(page).click()
  await expect(numberBox(page, 'Seed')).toHaveValue('6687881544318117707')
  expect(bodies).toEqual([])
  await numberBox(page, 'Steps').fill('20')
  await numberBox(page, 'Seed').fill('9007199254740991')
  await generateButton(page).click()
  await expect.poll(() => bodies).toHaveLength(1)
  expect(bodies[0]).toMatchObject({ guidance_scale: 1.5, steps: 20, seed: 9007199254740991 })
})

test('a prompt of blanks is not sent', async ({ page }) => {
  const bodies = posted(page)
  await page.goto('/')
  await promptOf(page).fill('   ')
  await generateButton(page).click()
  await expect(page.getByText('Enter a prompt.')).toBeVisible()
  await promptOf(page).fill('a fox')
  await generateButton(page).click()
  await expect.poll(() => bodies).toMatchObject([{ prompt: 'a fox' }])
})

test('leaving a field marks what is wrong in it, and only that', async ({ page }) => {
  await page.goto('/')
  await numberBox(page, 'Width in pixels').fill('9999')
  await numberBox(page, 'Width in pixels').blur()
  await expect(numberBox(page, 'Width in pixels')).toHaveAttribute('aria-invalid', 'true')
  await expect(numberBox(page, 'Height in pixels')).not.toHaveAttribute('aria-invalid')
  await promptOf(page).focus()
  await promptOf(page).blur()
  await expect(promptOf(page)).not.toHaveAttribute('aria-invalid')
})
