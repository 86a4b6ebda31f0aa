import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures/browser/page'
import { doubleTap, tile } from '../actions'

const promptOf = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })
const generateButton = (page: Page) => page.getByRole('button', { name: /^Generate/ })

/** The prompts of the jobs that the page asks for, as they leave. */
function posted(page: Page): string[] {
  const prompts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/jobs'))
      prompts.push(JSON.parse(request.postData() ?? '{}').input.prompt)
  })
  return prompts
}

/** Sends one more job: whatever was to be sent before it has been sent by then. */
async function sendLast(page: Page, sent: string[]) {
  await promptOf(page).fill('the last one')
  await generateButton(page).click()
  await expect(tile(page, 'the last one')).toBeVisible()
  await expect.poll(() => sent).toContain('the last one')
}

/** Presses a key and holds it: the keyboard repeats it. */
async function hold(page: Page, key: string, repeats: number) {
  for (let repeat = 0; repeat < repeats; repeat++) await page.keyboard.down(key)
  await page.keyboard.up(key)
}

test('Ctrl Enter held for long makes one job', async ({ page }) => {
  const sent = posted(page)
  await page.goto('/')
  await promptOf(page).fill('a held key')
  await page.keyboard.down('Control')
  await hold(page, 'Enter', 60)
  await page.keyboard.up('Control')
  await sendLast(page, sent)
  expect(sent).toEqual(['a held key', 'the last one'])
})

test('Enter held on the button makes one job', async ({ page }) => {
  const sent = posted(page)
  await page.goto('/')
  await promptOf(page).fill('a held button')
  await generateButton(page).focus()
  await hold(page, 'Enter', 30)
  await sendLast(page, sent)
  expect(sent).toEqual(['a held button', 'the last one'])
})

test('a double click on Generate, and on an example, makes one job', async ({ page }) => {
  const sent = posted(page)
  await page.goto('/')
  await page.getByRole('button', { name: /^A cat on a hill/ }).dblclick()
  await expect(tile(page, 'A cat on a hill')).toBeVisible()
  await promptOf(page).fill('a double click')
  await generateButton(page).dblclick()
  await sendLast(page, sent)
  expect(sent.map((prompt) => prompt.slice(0, 14))).toEqual([
    'A cat on a hil',
    'a double click',
    'the last one',
  ])
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })
  test('a double tap on Generate makes one job', async ({ page }) => {
    const sent = posted(page)
    await page.goto('/')
    await promptOf(page).fill('a double tap')
    await doubleTap(generateButton(page))
    await sendLast(page, sent)
    expect(sent).toEqual(['a double tap', 'the last one'])
  })
})

test('the Enter that ends a word of an input method sends nothing', async ({ page }) => {
  const sent = posted(page)
  await page.goto('/')
  await promptOf(page).fill('にほん')
  for (const composing of [{ isComposing: true }, { keyCode: 229 }])
    await promptOf(page).dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, ...composing })
  await sendLast(page, sent)
  expect(sent).toEqual(['the last one'])
})

test('a double click on many prompts does not confirm them', async ({ page }) => {
  const sent = posted(page)
  await page.goto('/')
  await page.getByRole('button', { name: 'Past, saved and example prompts' }).click()
  await page.getByText('Multiple prompts', { exact: true }).click()
  const lines = Array.from({ length: 9 }, (_, at) => `a kite, number ${at + 1}`)
  await page.getByRole('textbox', { name: 'One prompt per line' }).fill(lines.join('\n'))
  await page.getByRole('button', { name: 'Generate 9' }).dblclick()
  await expect(page.getByRole('button', { name: 'Yes, generate 9' })).toBeVisible()
  expect(sent).toEqual([])
})
