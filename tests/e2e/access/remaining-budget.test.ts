import { expect, type Page } from '@playwright/test'
import { postPass } from '@/lib/contract/passes'
import { test } from '../../fixtures/browser/hydrated-page'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { cookieOf, sendPassword } from '../../fixtures/server/cookies'
import { type Playground, startPlayground } from '../../fixtures/server/playground'
import { generate, tile } from '../actions'

/** flux-1-dev costs $0.007 a picture. */
const model = 'image/bfl/flux-1-dev'
const adminPassword = 'the owner of this test'

let krea: FakeKrea
test.beforeAll(async () => {
  krea = await startKrea()
})
test.afterAll(() => krea.stop())

const start = (env: Record<string, string>) =>
  startPlayground({ KREA_API_BASE_URL: krea.url, KREA_API_TOKEN: 'budget-left-token', ...env })

/** Opens the page; what is left is asked for once somebody is there. */
async function open(page: Page, { url }: Pick<Playground, 'url'>) {
  await page.goto(`${url}/?model=${model}`)
  return page.getByRole('button', { name: /^Generate/ })
}

const endJob = (of: object) => {
  const [latest] = [...krea.jobs.values()].slice(-1)
  krea.addJob({ ...latest, ...of })
}

test('the owner’s cap: the button counts down as a job is reserved, and up as it fails', async ({
  page,
}) => {
  const playground = await start({ PLAYGROUND_PUBLIC: '1', BUDGET_USD_PER_DAY: '0.02' })
  const button = await open(page, playground)
  await expect(button).toContainText('$0.02 left today')
  await expect(button.getByTitle('$0.02 for everyone today; resets at midnight')).toBeVisible()
  await generate(page, 'the first of two')
  await expect(button).toContainText('$0.01 left today')
  await generate(page, 'the second of two')
  await expect(button).toContainText('only $0.006 left today')

  await generate(page, 'one too many')
  await expect(tile(page, 'one too many')).toContainText('This costs $0.007 and this playground')
  await expect(tile(page, 'one too many')).toContainText('Not charged.')
  expect(krea.count(/^POST \/generate/)).toBe(2)

  endJob({ status: 'failed', error: { code: 'nsfw' } })
  await expect(button).toContainText('$0.01 left today')
  await expect(button).not.toContainText('only')
  await playground.stop()
})

test('a batch that does not fit says how many do, and only those are sent', async ({ page }) => {
  const playground = await start({ PLAYGROUND_PUBLIC: '1', BUDGET_USD_PER_DAY: '0.036' })
  const before = krea.count(/^POST \/generate/)
  const button = await open(page, playground)
  await page.getByRole('combobox', { name: 'Number of pictures' }).selectOption('8')
  await expect(button).toContainText('5 of 8 fit: $0.04 left today')
  await generate(page, 'eight of a kind')
  await expect(tile(page, 'eight of a kind')).toHaveCount(5)
  await expect.poll(() => krea.count(/^POST \/generate/) - before).toBe(5)
  await expect(button).toContainText('only $0.001 left today')
  await playground.stop()
})

test('a visitor sees their own share, and another visitor has another', async ({
  page,
  browser,
}) => {
  const playground = await start({
    PLAYGROUND_PUBLIC: '1',
    BUDGET_USD_PER_DAY: '1',
    BUDGET_USD_PER_VISITOR_PER_DAY: '0.05',
  })
  const button = await open(page, playground)
  await expect(button).toContainText('$0.05 left for you today')
  await generate(page, 'of one’s own share')
  await expect(button).toContainText('$0.04 left for you today')
  const other = await browser.newPage()
  const theirs = await open(other, playground)
  await theirs.hover()
  await expect(theirs).toContainText('$0.05 left for you today')
  await other.close()
  await playground.stop()
})

const guestName = 'Ada of the Analytical Engine'

/** Visible texts with an amount of money that are wider than the room they have. */
const cutAmounts = (page: Page) =>
  page
    .locator(':visible:has-text("$")')
    .evaluateAll((elements) =>
      elements
        .filter(
          (element) =>
            element.scrollWidth > element.clientWidth &&
            element.clientWidth > 0 &&
            getComputedStyle(element).overflowX === 'hidden',
        )
        .map((element) => element.textContent),
    )

test('a guest sees what is on the pass, also on a narrow screen, and no amount is cut off', async ({
  page,
}) => {
  const playground = await start({
    PLAYGROUND_PASSWORD: 'the password of this test',
    PLAYGROUND_ADMIN_PASSWORD: adminPassword,
    BUDGET_USD_PER_DAY: '1',
  })
  const owner = cookieOf(await sendPassword(`${playground.url}/api/owner`, adminPassword))
  const made = await fetch(`${playground.url}/api/passes`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: owner },
    body: JSON.stringify({ name: guestName, dollars: 0.01 }),
  })
  await page.goto(postPass.answer.parse(await made.json()).url)
  const button = await open(page, playground)
  await expect(button).toContainText('$0.01 left on your pass')
  await expect(button.getByTitle('$0.01 for the pass of Ada')).toBeVisible()

  await page.setViewportSize({ width: 360, height: 740 })
  await expect(button).toContainText('$0.01 left')
  await expect(button).not.toContainText('on your pass', { useInnerText: true })
  await page.getByRole('button', { name: 'Describe the picture' }).click()
  await page.getByRole('button', { name: 'Close the settings' }).last().click()
  await expect(button, 'a button that came later').toContainText('$0.01 left')

  await page.getByRole('button', { name: 'Describe the picture' }).click()
  await page.getByRole('combobox', { name: 'Number of pictures' }).selectOption('8')
  for (const width of [360, 768, 1024, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(button).toContainText('1 of 8 fit: $0.01 left')
    await expect.poll(() => cutAmounts(page), `at ${width} px`).toEqual([])
  }
  await playground.stop()
})

test('where nothing is limited the button shows the price alone, and nothing is asked', async ({
  page,
}) => {
  const playground = await start({ PLAYGROUND_PUBLIC: '1' })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const button = await open(page, playground)
  await generate(page, 'without a limit')
  await expect(tile(page, 'without a limit')).toContainText('Queued')
  await expect(button).toContainText('$0.007')
  expect(asked).not.toContain('/api/budget')
  await expect(button).not.toContainText('left')
  await playground.stop()
})
