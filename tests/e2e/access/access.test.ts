import { expect, type Page } from '@playwright/test'
import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { holdScripts } from '../../fixtures/browser/hold-requests'
import { waitForHydration } from '../../fixtures/browser/hydrated'
import { test } from '../../fixtures/browser/hydrated-page'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { type Playground, startPlayground } from '../../fixtures/server/playground'
import { generate } from '../actions'

const password = 'open sesame, says the test'

test.describe.configure({ mode: 'serial' })

let krea: FakeKrea
let playground: Playground
test.beforeAll(async () => {
  krea = await startKrea()
  playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'id:a-token-for-this-test',
    PLAYGROUND_PASSWORD: password,
  })
})
test.afterAll(async () => {
  await playground.stop()
  await krea.stop()
})

/** What the browser refuses by our policy, and every other complaint of the console. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    const expected = /status of (401|404|429)/.test(message.text())
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  return complaints
}

async function expectAccessible(page: Page) {
  expect(await accessibilityFaults(page)).toEqual([])
}

test('a wrong password is refused, the right one leads back to the page before', async ({
  page,
}) => {
  const complaints = complaintsOf(page)
  await page.goto(`${playground.url}/?model=flux`)
  await expect(page).toHaveURL(/\/unlock\?from=/)
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  await expect(page.getByText('Krea Playground', { exact: true })).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Password', { exact: true }).fill('guess')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByText('Wrong password')).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Show the password' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page).toHaveURL(`${playground.url}/?model=flux`)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(complaints).toEqual([])
})

test('a password sent before the page is alive stays out of the address', async ({ page }) => {
  const release = await holdScripts(page)
  await page.goto(`${playground.url}/unlock`, { waitUntil: 'domcontentloaded' })
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await release()
  await waitForHydration(page)
  expect(page.url()).toBe(`${playground.url}/unlock`)
})

test('one can lock again, and is then asked again', async ({ page }) => {
  const complaints = complaintsOf(page)
  await page.goto(`${playground.url}/unlock`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${playground.url}/`)
  await page.goto(`${playground.url}/unlock`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lock this device' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible()
  await page.goto(playground.url)
  await expect(page).toHaveURL(/\/unlock/)
  expect(complaints).toEqual([])
})

test('a request whose answer was lost is possibly charged while locked, and found once it is unlocked', async ({
  page,
}) => {
  const unlock = async () => {
    await expect(page).toHaveURL(/\/unlock/)
    await waitForHydration(page)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`${playground.url}/`)
  }
  await page.goto(playground.url)
  await unlock()
  await page.route('**/api/jobs', async (route) => {
    await route.fetch()
    await route.abort()
  })
  const tile = await generate(page, 'a lock on a door')
  await tile.getByRole('button', { name: 'Check again' }).waitFor()
  await page.unroute('**/api/jobs')
  await page.request.delete(`${playground.url}/api/unlock`, {
    headers: { Origin: playground.url },
  })
  await tile.getByRole('button', { name: 'Check again' }).click()
  await expect(tile).toContainText('This playground is locked')
  await expect(tile).toContainText('Possibly charged')
  await tile.getByRole('button', { name: 'Unlock' }).click()
  await unlock()
  await tile.getByRole('button', { name: 'Check again' }).click()
  await expect(tile.getByRole('button', { name: 'Cancel' })).toBeVisible()
  expect(krea.count(/^POST \/generate/)).toBe(1)
})

test('after too many tries the button counts down', async ({ page }) => {
  await page.goto(`${playground.url}/unlock`)
  const refused = await page.evaluate(async () => {
    const ask = () =>
      fetch('/api/unlock', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"password":"guess"}',
      })
    const answers = await Promise.all([ask(), ask(), ask(), ask(), ask()])
    return answers.some(({ status }) => status === 429)
  })
  expect(refused).toBe(true)
  await page.getByLabel('Password', { exact: true }).fill('guess')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Too many attempts')).toBeVisible()
  await expect(page.getByRole('button', { name: /Try again in \d+ s/ })).toBeDisabled()
  await expectAccessible(page)
})

test('where nothing is decided the page says so, and what to set, and breaks no rule of its own', async ({
  page,
}) => {
  const undecided = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'id:a-token-for-this-test',
  })
  const complaints = complaintsOf(page)
  await page.goto(undecided.url)
  await page.getByRole('button', { name: 'Locked' }).click()
  await expect(page.getByText('PLAYGROUND_PUBLIC=1')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Generate/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^A cat on a hill/ })).toBeDisabled()
  await page.getByRole('link', { name: 'Unlock to generate' }).first().click()
  await expect(page).toHaveURL(`${undecided.url}/unlock`)
  await expect(page.getByText('PLAYGROUND_PASSWORD=…')).toBeVisible()
  await expect(page.getByText('PLAYGROUND_PUBLIC=1')).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${undecided.url}/nothing/here`)
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  await undecided.stop()
  expect(complaints).toEqual([])
})
