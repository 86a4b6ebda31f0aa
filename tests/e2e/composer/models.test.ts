import type { Page } from '@playwright/test'
import type { Model } from '@/lib/catalog/field'
import document from '@/lib/catalog/openapi.json' with { type: 'json' }
import { readCatalog } from '@/lib/catalog/read'
import { expect, test } from '../../fixtures/browser/page'
import { picture } from '../../fixtures/picture'

const models = readCatalog(document)

// Quick, because a page sends only so many jobs before it waits for one of them to end.
test.use({ env: { SANDBOX_SPEED: '100', RATE_LIMIT_PER_MINUTE: '1000' }, trace: 'off' })

const composerOf = (page: Page) => page.getByRole('complementary', { name: 'Composer' })

/** A form with words and a picture: what a model does not take waits for one that does. */
async function open(page: Page) {
  await page.goto('/?model=image/bytedance/seededit&prompt=a+quiet+harbour')
  const composer = composerOf(page)
  const prompt = composer.getByRole('textbox', { name: 'Prompt', exact: true })
  await expect(prompt).toHaveValue('a quiet harbour')
  const file = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(await picture('png')) }
  await composer.locator('input[type=file]').first().setInputFiles(file)
  await expect(composer.getByRole('button', { name: 'Remove Image' })).toBeVisible()
}

async function choose(page: Page, { id, name }: Model) {
  await composerOf(page)
    .getByRole('button', { name: /^Model: / })
    .click()
  await page.getByRole('combobox', { name: 'Search models' }).fill(id)
  await page.locator(`[role=option][title="${id}"]`).click()
  await expect(composerOf(page).getByRole('button', { name: `Model: ${name}. ` })).toBeVisible()
}

/** Presses Generate and tells what became of the request: `image/… 201`. */
async function submitted(page: Page): Promise<string> {
  const answered = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/jobs') && answer.request().method() === 'POST',
  )
  await composerOf(page)
    .getByRole('button', { name: /^Generate/ })
    .click()
  const answer = await answered
  return `${JSON.parse(answer.request().postData() ?? '{}').model} ${answer.status()}`
}

for (let from = 0; from < models.length; from += 11) {
  const some = models.slice(from, from + 11)
  test(`models ${from + 1} to ${from + some.length} show all their fields, and their default forms make jobs`, async ({
    page,
  }) => {
    await open(page)
    const sent: string[] = []
    for (const model of some) {
      await choose(page, model)
      for (const more of await composerOf(page).getByText('More settings').all()) await more.click()
      await expect(async () => {
        const text = await composerOf(page).innerText()
        expect(model.fields.filter(({ label }) => !text.includes(label))).toEqual([])
      }).toPass()
      sent.push(await submitted(page))
    }
    await expect(composerOf(page).locator('[data-invalid]')).toHaveCount(0)
    expect(sent).toEqual(some.map(({ id }) => `${id} 201`))
  })
}
