import { expect, type Page } from '@playwright/test'
import { test } from '../../fixtures/browser/hydrated-page'
import { documentOf } from '../../fixtures/krea/krea-document'
import {
  answer,
  drip,
  type FakeKrea,
  huge,
  type Reply,
  startKrea,
  truncated,
} from '../../fixtures/krea/krea-server'
import { startPlayground } from '../../fixtures/server/playground'
import { generate, tile } from '../actions'

const prompt = { type: 'string', minLength: 1 }
const text = { properties: { prompt }, required: ['prompt'] }

/** A playground on a Krea that publishes this. */
async function startPlaygroundOn(reply: Reply) {
  const krea = await startKrea()
  krea.fault(/openapi/, reply, 99)
  const playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'id:a-token-for-this-test',
    PLAYGROUND_PUBLIC: '1',
  })
  const stop = () => playground.stop().finally(krea.stop)
  return { krea, url: playground.url, stop }
}

/** The same for the length of a test. */
async function playgroundOn(reply: Reply, run: (url: string, krea: FakeKrea) => Promise<void>) {
  const { krea, url, stop } = await startPlaygroundOn(reply)
  await run(url, krea).finally(stop)
}

const modelButton = (page: Page, name: string) =>
  page.getByRole('button', { name: `Model: ${name}. Choose another` })

test('a model of tomorrow with shapes nobody knows is shown and makes a job', async ({ page }) => {
  const document = documentOf({
    'image/new/tomorrow': {
      properties: {
        hologram: { type: 'object', properties: { depth: { type: 'number' } } },
        mood: { enum: ['calm', 'wild'] },
        image_url: { type: 'string', format: 'uri' },
      },
      required: ['mood'],
    },
  })
  await playgroundOn(answer(200, document), async (url, krea) => {
    await page.goto(`${url}/?model=image/gone/model&prompt=a+fox&mood=wild`)
    await expect(modelButton(page, 'Tomorrow')).toBeVisible()
    await expect(page.getByText('“image/gone/model” is not offered any more')).toBeVisible()
    await page.getByRole('textbox', { name: 'Hologram' }).fill('{"depth": 3}')
    await page.getByRole('button', { name: /^Generate/ }).click()
    await expect.poll(() => krea.count(/^POST \/generate\/image\/new\/tomorrow/)).toBe(1)
    const sent = krea.seen.find(({ method }) => method === 'POST')?.body ?? '{}'
    expect(JSON.parse(sent)).toMatchObject({ hologram: { depth: 3 }, mood: 'wild' })
  })
})

const broken: [what: string, reply: Reply, says: RegExp][] = [
  ['broken JSON', truncated, /could not be (had|loaded)/],
  ['10 MB', huge(10_000_000), /could not be (had|loaded)/],
  ['too slow', drip, /too long/],
]

for (const [what, reply, says] of broken)
  test(`a document that is ${what} leaves the page with the bundled models, and it says why`, async ({
    page,
  }) => {
    await playgroundOn(reply, async (url) => {
      await page.goto(url)
      await page.getByRole('button', { name: 'See why' }).click()
      const dialog = page.getByRole('dialog', { name: 'Krea’s models' })
      await expect(dialog.getByText('44 models (bundled list).')).toBeVisible()
      await expect(dialog.getByText(says)).toBeVisible()
    })
  })

/** Moves the pointer: a page that has only just come alive misses the first move. */
async function stirred(page: Page): Promise<void> {
  await page.mouse.move(5, 5)
  await page.mouse.move(9, 9)
}

test.describe('a Krea whose models change', () => {
  // One server for all of them. What it learns of a model from an answer, it keeps: such tests have their own models.
  test.describe.configure({ mode: 'default' })

  let playground: Awaited<ReturnType<typeof startPlaygroundOn>>
  test.beforeAll(async () => {
    const names = ['one', 'two', 'old', 'young', 'last']
    const models = Object.fromEntries(names.map((name) => [`image/new/${name}`, text]))
    playground = await startPlaygroundOn(answer(200, documentOf(models)))
  })
  test.afterAll(() => playground.stop())

  test('a page that is open follows a catalog that changed, and keeps the words', async ({
    page,
  }) => {
    await page.clock.install()
    await page.goto(playground.url)
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('words to keep')
    await page.route('**/api/models', async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replaceAll('image/new/one', 'image/new/six')
      await route.fulfill({ response, body: body.replaceAll('"One"', '"Six"') })
    })
    await page.clock.fastForward('10:00')
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await expect(modelButton(page, 'Six')).toBeVisible()
    await expect(page.getByText('“image/new/one” is not offered any more')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue(
      'words to keep',
    )
  })

  test('changes since the last visit of this browser are shown once', async ({ page }) => {
    await page.goto(playground.url)
    const key = 'krea-playground:catalogue'
    const seen = () => page.evaluate((name) => localStorage.getItem(name), key)
    await expect.poll(() => stirred(page).then(seen)).not.toBeNull()
    await page.evaluate((name) => {
      const seen = JSON.parse(localStorage.getItem(name) ?? '{}')
      seen.digest['image/new/one'].fields.steps = 'abc'
      seen.digest['image/old/three'] = { ...seen.digest['image/new/two'], name: 'Three' }
      delete seen.digest['image/new/two']
      localStorage.setItem(name, JSON.stringify(seen))
    }, key)
    await page.reload()
    const news = page.getByText('3 models have changed.')
    await expect.poll(() => stirred(page).then(() => news.isVisible())).toBe(true)
    await page.getByRole('button', { name: 'See what' }).click()
    const dialog = page.getByRole('dialog', { name: 'Krea’s models' })
    const since = dialog.getByRole('region', { name: /^Since your last visit/ })
    await expect(since.getByRole('listitem')).toHaveText([
      /Changed.*One.*steps removed/,
      /New.*Two/,
      /Gone.*Three/,
    ])
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByText('models have changed')).toBeHidden()
    await page.reload()
    await expect(modelButton(page, 'One')).toBeVisible()
    await expect(page.getByText('models have changed')).toBeHidden()
  })

  test('a model that Krea has retired gives way to its replacement with one click', async ({
    page,
  }) => {
    const { krea, url } = playground
    krea.fault(
      /^POST \/generate\/image\/new\/old/,
      answer(410, { error: 'model_unavailable', replacement: 'image/new/young' }),
    )
    await page.goto(`${url}/?model=image/new/old`)
    await generate(page, 'a fox for the young')
    await tile(page, 'a fox for the young').getByRole('button', { name: 'Use Young' }).click()
    await expect(modelButton(page, 'Young')).toBeVisible()
    await page.getByRole('button', { name: /^Generate/ }).click()
    await expect.poll(() => krea.count(/^POST \/generate\/image\/new\/young/)).toBe(1)
  })

  test('a last day that only an answer announces is shown from then on', async ({ page }) => {
    const job = {
      job_id: crypto.randomUUID(),
      status: 'queued',
      created_at: '2026-10-01T00:00:00Z',
    }
    const { krea, url } = playground
    krea.fault(
      /^POST \/generate\/image\/new\/last/,
      answer(200, job, { Deprecation: 'true', Sunset: 'Fri, 01 Jan 2100 00:00:00 GMT' }),
    )
    await page.goto(`${url}/?model=image/new/last`)
    await generate(page, 'a last fox')
    await expect.poll(() => krea.count(/^POST \/generate\/image\/new\/last/)).toBe(1)
    await expect(async () => {
      await page.reload()
      await expect(page.getByText('Krea retires this model on 2100-01-01.')).toBeVisible({
        timeout: 2000,
      })
    }).toPass()
  })
})
