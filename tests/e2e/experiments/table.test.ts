import type { Page } from '@playwright/test'
import { serveSandbox } from '../../api/sandbox/sandbox-server'
import { expect, test } from '../../fixtures/browser/page'
import { startPlayground } from '../../fixtures/server/playground'

const cells = (page: Page) => page.getByRole('gridcell')
const dialog = (page: Page) => page.getByRole('dialog').first()

/** Cells with quotes, separators, line breaks and emoji, as spreadsheets write them. */
const animals = Array.from({ length: 50 }, (_, at) =>
  at === 6
    ? 'the "seventh", on\ntwo lines 🦊'
    : at % 3 === 0
      ? `a fox; number ${at + 1}, 👩‍🚀`
      : `fox ${at + 1}`,
)
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const csv = `\uFEFFanimal,steps\r\n${animals.map((animal) => `${quoted(animal)},20`).join('\r\n')}\r\n`

test('a CSV of 50 rows makes 50 jobs, each picture names its row, and row 7 alone is sent again', async ({
  page,
}) => {
  test.slow()
  const prompts: string[] = []
  let refusals = 1
  // The seventh row is refused once.
  const krea = await serveSandbox({ speed: 50 }, async (request) => {
    if (request.method !== 'POST') return null
    const { prompt } = await request.clone().json()
    prompts.push(prompt)
    const isRefused = prompt.includes('seventh') && refusals-- > 0
    return isRefused ? Response.json({ error: 'no credits' }, { status: 402 }) : null
  })
  const playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'a-token-of-tables',
    PLAYGROUND_PUBLIC: '1',
    RATE_LIMIT_PER_MINUTE: '1000',
  })

  await page.goto(
    `${playground.url}/?model=image/bfl/flux-1-dev&prompt=%7B%7Banimal%7D%7D+in+the+snow&width=512&height=512`,
  )
  await page.getByRole('button', { name: 'Vary this request' }).click()
  await page
    .getByRole('combobox', { name: 'Add something to vary' })
    .selectOption('Rows of a table')
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'animals.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: 'Add 50 rows' }).click()
  const preview = page.getByRole('region', { name: 'First prompts' })
  await expect(preview.getByText('a fox; number 1, 👩‍🚀 in the snow')).toBeVisible()
  await page.getByRole('button', { name: /^Run 50 pictures · / }).click()

  await expect(dialog(page).getByText(/49 of 50 done/)).toBeVisible({ timeout: 120_000 })
  expect(prompts.toSorted()).toEqual(animals.map((animal) => `${animal} in the snow`).toSorted())
  const head = page.getByRole('columnheader').first()
  await expect(head).toContainText('a fox; number 1')
  await page.getByRole('button', { name: 'Retry 1 failed' }).click()
  await expect(dialog(page).getByText(/50 of 50 done/)).toBeVisible()
  expect(prompts).toHaveLength(51)
  expect(prompts.at(-1)).toBe('the "seventh", on\ntwo lines 🦊 in the snow')
  await expect(cells(page).first()).toBeVisible()
  await playground.stop()
  await krea.close()
})
