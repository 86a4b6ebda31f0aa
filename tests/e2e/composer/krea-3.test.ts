import type { Page } from '@playwright/test'
import bundled from '@/lib/catalog/openapi.json' with { type: 'json' }
import { serveSandbox } from '../../api/sandbox/sandbox-server'
import { expect, test } from '../../fixtures/browser/page'
import { startPlayground } from '../../fixtures/server/playground'
import { finished } from '../actions'

const address = '/?model=image/krea/krea-3&prompt=a+quiet+harbour'
const composerOf = (page: Page) => page.getByRole('complementary', { name: 'Composer' })
const generateOf = (page: Page) => composerOf(page).getByRole('button', { name: /^Generate/ })

test('Krea 3 shows a control for each field of its document', async ({ page }) => {
  await page.goto(address)
  const composer = composerOf(page)
  await expect(composer.getByRole('button', { name: 'Model: Krea 3. ' })).toBeVisible()
  await expect(composer.getByRole('textbox', { name: 'Prompt', exact: true })).toBeVisible()
  await expect(composer.getByRole('radio', { name: /^\d+:\d+$/ })).toHaveCount(10)
  await expect(composer.getByRole('radio', { name: /^[12]k$/i })).toHaveCount(2)
  await expect(composer.getByRole('radio', { name: 'Berry' })).toBeChecked()
  await expect(composer.getByRole('radio', { name: 'Jam' })).not.toBeChecked()
  await expect(composer.getByRole('spinbutton', { name: 'Seed' })).toBeVisible()
  await expect(composer.getByText('Images', { exact: true })).toBeVisible()
})

/** As Krea’s own document with the field that its rule between fields is about. */
function documentWithThinking() {
  const full = structuredClone(bundled)
  const { schema } =
    full.paths['/generate/image/krea/krea-3'].post.requestBody.content['application/json']
  Object.assign(schema.properties, {
    thinking_mode: { type: 'string', enum: ['fast', 'high', 'ultra'] },
  })
  return full
}

test('a rule between fields is told at the field it names: nothing typed is lost, and nothing was charged', async ({
  page,
}) => {
  const krea = await serveSandbox({ document: documentWithThinking() })
  // Enough for one picture alone: had the refused one cost anything, the next would be refused too.
  const playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'id:a-token-for-this-test',
    PLAYGROUND_PUBLIC: '1',
    UNKNOWN_PRICE_USD: '0.6',
    BUDGET_USD_PER_DAY: '1',
  })
  await page.goto(`${playground.url}${address}`)
  const composer = composerOf(page)
  await composer.getByRole('radio', { name: '1k' }).check()
  await composer.getByRole('radio', { name: 'Ultra' }).check()
  await generateOf(page).click()

  const thinking = composer.getByRole('radiogroup', { name: 'Thinking mode' })
  await expect(thinking).toHaveAccessibleDescription('thinking_mode ultra needs resolution 2k')
  await expect(composer.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue(
    'a quiet harbour',
  )
  await expect(composer.getByRole('radio', { name: 'Ultra' })).toBeChecked()
  await expect(page.getByRole('article')).toHaveCount(0)

  await composer.getByRole('radio', { name: '2k' }).check()
  await generateOf(page).click()
  await expect(finished(page, 'a quiet harbour')).toBeVisible()
  await playground.stop()
  await krea.close()
})
