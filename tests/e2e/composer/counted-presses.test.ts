import { devices, type Page } from '@playwright/test'
import { waitForHydration } from '../../fixtures/browser/hydrated'
import { expect, test } from '../../fixtures/browser/page'
import { startKrea } from '../../fixtures/krea/krea-server'
import { startPlayground } from '../../fixtures/server/playground'
import { doubleTap, tile } from '../actions'

const promptOf = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })
const generateButton = (page: Page) => page.getByRole('button', { name: /^Generate/ })

/** Presses a key and holds it for two seconds: the keyboard repeats it some thirty times a second. */
async function hold(page: Page, key: string) {
  for (let repeat = 0; repeat < 60; repeat++) await page.keyboard.down(key)
  await page.keyboard.up(key)
}

test('keys held, double clicks, double taps and two tabs at once: Krea is asked once for each intention', async ({
  page,
  browser,
}) => {
  test.slow()
  const krea = await startKrea()
  const playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'a-token-that-counts',
    PLAYGROUND_PUBLIC: '1',
    RATE_LIMIT_PER_MINUTE: '1000',
  })
  const asked = () =>
    krea.seen
      .filter(({ method, path }) => method === 'POST' && path.startsWith('/generate/'))
      .map(({ body }) => JSON.parse(body).prompt)
  const asksFor = (prompt: string) =>
    expect.poll(() => asked().filter((one) => one === prompt).length)

  await page.goto(playground.url)
  await promptOf(page).fill('a key held')
  await page.keyboard.down('Control')
  await hold(page, 'Enter')
  await page.keyboard.up('Control')
  await asksFor('a key held').toBe(1)

  await promptOf(page).fill('a button held')
  await generateButton(page).focus()
  await hold(page, 'Enter')
  await asksFor('a button held').toBe(1)

  await promptOf(page).fill('a double click')
  await generateButton(page).dblclick()
  await asksFor('a double click').toBe(1)

  const phone = await browser.newContext({ ...devices['Pixel 7'], baseURL: playground.url })
  const touched = await phone.newPage()
  await touched.goto('/?prompt=a+double+tap')
  await waitForHydration(touched)
  await doubleTap(generateButton(touched).last())
  await asksFor('a double tap').toBe(1)
  await phone.close()

  const other = await page.context().newPage()
  await other.goto(playground.url)
  await waitForHydration(other)
  await promptOf(page).fill('from the first tab')
  await promptOf(other).fill('from the second tab')
  await Promise.all([generateButton(page).click(), generateButton(other).click()])
  await asksFor('from the first tab').toBe(1)
  await asksFor('from the second tab').toBe(1)
  await expect(tile(page, 'from the second tab')).toBeVisible()

  await promptOf(page).fill('the last one')
  await generateButton(page).click()
  await asksFor('the last one').toBe(1)
  expect(asked().toSorted()).toEqual([
    'a button held',
    'a double click',
    'a double tap',
    'a key held',
    'from the first tab',
    'from the second tab',
    'the last one',
  ])
  await playground.stop()
  await krea.stop()
})
