import type { Page } from '@playwright/test'
import { toLinkValue } from '@/lib/experiment/link'
import { serveSandbox } from '../../api/sandbox/sandbox-server'
import { waitForHydration } from '../../fixtures/browser/hydrated'
import { launchKillable } from '../../fixtures/browser/killable-browser'
import { expect, test } from '../../fixtures/browser/page'
import { newFolder } from '../../fixtures/server/data-folder'
import { startPlayground } from '../../fixtures/server/playground'

const env = { SANDBOX_SPEED: '100', RATE_LIMIT_PER_MINUTE: '1000' }
test.use({ env })

const cells = (page: Page) => page.getByRole('gridcell')
const pictures = (page: Page) => cells(page).locator('img')

test('a request of the form is varied, run, judged and told of', async ({ page }) => {
  await page.goto('/?model=image/bfl/flux-1-dev&prompt=a+lighthouse+at+dusk')
  await waitForHydration(page)
  await page.getByRole('button', { name: 'Vary this request' }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.getByRole('textbox', { name: 'Name' }).fill('Steps of a lighthouse')
  await page.getByRole('combobox', { name: 'Add something to vary' }).selectOption('Steps')
  await page.getByRole('textbox', { name: 'Values' }).fill('10, 20, .., 40')
  await page.getByRole('button', { name: 'Add 4 values' }).click()
  await expect(page.getByText('a lighthouse at dusk').last()).toBeVisible()
  await page.getByRole('button', { name: 'Run 4 pictures · $0.03' }).click()

  await expect(pictures(page)).toHaveCount(4)
  await expect(page.getByRole('columnheader')).toHaveText(['10', '20', '30', '40'])
  await cells(page).first().getByRole('button').focus()
  await page.keyboard.press('k')
  await page.keyboard.press('5')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('x')
  await expect(cells(page).nth(0)).toContainText('5/5')
  await expect(cells(page).nth(1).getByLabel('Rejected')).toBeVisible()

  await page.reload()
  await page.getByText('Results', { exact: true }).click()
  const row = page.getByRole('row', { name: /^10 / })
  await expect(row).toContainText('$0.007')
  await page.getByText('Pictures', { exact: true }).click()
  await cells(page).nth(2).getByRole('button').click()
  await expect(page).toHaveURL(/[?]picture=/)
  await expect(page.getByRole('button', { name: 'Experiment' })).toBeVisible()
  await page.goBack()
  await expect(pictures(page)).toHaveCount(4)
})

test('two pictures are compared blind: nothing in the page tells which is which', async ({
  page,
}) => {
  await page.goto(`/?experiment=${toLinkValue(twoSteps)}`)
  await page.getByRole('button', { name: /^Run 2 pictures/ }).click()
  await expect(pictures(page)).toHaveCount(2)
  const keys = await page
    .locator('[data-cell]')
    .evaluateAll((all) => all.map((cell) => cell.getAttribute('data-cell') ?? ''))
  const ids: string[] = []
  for (const cell of [0, 1]) {
    await cells(page).nth(cell).getByRole('button').click()
    await expect(page).toHaveURL(/[?]picture=/)
    ids.push(new URL(page.url()).searchParams.get('picture') ?? '')
    await page.goBack()
    await expect(pictures(page)).toHaveCount(2)
  }
  await page.getByText('Judge', { exact: true }).click()
  const judge = page.getByRole('dialog')
  await expect(judge.getByRole('img')).toHaveCount(2)
  await expect(judge.getByText('Which is calmer?')).toBeVisible()
  const html = await judge.evaluate((dialog) => dialog.outerHTML)
  expect(html).not.toMatch(/steps|secret value|flux/i)
  // Whoever has the sheet open beside it knows these.
  expect([...ids, ...keys].filter((told) => told !== '')).toHaveLength(4)
  expect([...ids, ...keys].filter((told) => html.includes(told))).toEqual([])
  const described = await judge.getByRole('img').evaluateAll((images) =>
    images.map((image) => ({
      names: image.getAttributeNames().toSorted(),
      alt: image.getAttribute('alt'),
      src: image.getAttribute('src')?.replace(/[0-9a-f-]{36}$/, 'chance'),
    })),
  )
  const src = `blob:${new URL(page.url()).origin}/chance`
  const names = ['alt', 'class', 'draggable', 'src']
  expect(described).toEqual([
    { names, alt: 'Left picture', src },
    { names, alt: 'Right picture', src },
  ])
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('1 pair judged')).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByText('0 pairs judged')).toBeVisible()
  await page.getByRole('button', { name: 'Right picture' }).click()
  await page.getByText('Results', { exact: true }).click()
  await expect(page.getByText('No difference shown yet')).toBeVisible()
})

test.describe('with a budget', () => {
  test.use({ env: { ...env, BUDGET_USD_PER_DAY: '100' } })

  test('dollars per kept picture add up to what the ledger counted', async ({ page }) => {
    const remaining = async () => (await (await page.request.get('/api/budget')).json()).leftToday
    const before = await remaining()
    await page.goto(`/?experiment=${toLinkValue(twoModels)}`)
    await page.getByRole('button', { name: 'Run 4 pictures · $0.07' }).click()
    await expect(pictures(page)).toHaveCount(4)
    // Both pictures of Flux are kept, and one of Krea 2.
    await cells(page).first().getByRole('button').focus()
    await page.keyboard.press('k')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('k')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('k')
    await expect(cells(page).getByLabel('Kept')).toHaveCount(3)
    await page.getByText('Judge', { exact: true }).click()
    await page.getByRole('button', { name: 'Left picture' }).click()
    await page.getByText('Results', { exact: true }).click()
    await expect(page.getByText(/a kept picture of “Krea 2” costs 8\.6 times one/)).toBeVisible()
    const rows = page.getByRole('region', { name: 'Values of Model' }).getByRole('row')
    const table = await rows.evaluateAll((all) =>
      all.slice(1).map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    )
    const columns = table.map(([label, , made, kept, , perPicture, perKept]) => [
      ...[label, made, kept, perPicture, perKept],
    ])
    expect(columns).toEqual([
      ['Flux', '2', '2', '$0.007', '$0.007'],
      ['Krea 2', '2', '1', '$0.03', '$0.06'],
    ])
    const dollarsOf = (text = '') => Number(text.replace('$', ''))
    const counted = before - (await remaining())
    const told = columns.map(([, , kept, , perKept]) => Number(kept) * dollarsOf(perKept))
    expect(told.reduce((sum, dollars) => sum + dollars)).toBeCloseTo(counted, 6)
  })
})

test('killed at half and opened in another profile by its link, every picture is made once', async () => {
  test.slow()
  const sandbox = await serveSandbox({ speed: 8 })
  const playground = await startPlayground({
    KREA_API_BASE_URL: sandbox.url,
    KREA_API_TOKEN: 'experiment-token',
    PLAYGROUND_PUBLIC: '1',
    RATE_LIMIT_PER_MINUTE: '1000',
  })
  const link = `${playground.url}/?experiment=${toLinkValue(grid)}`
  const first = await launchKillable(newFolder())
  await first.page.goto(link)
  await first.page.getByRole('button', { name: /^Run 24 pictures · / }).click()
  await expect(first.page.getByText(/\b([5-9]|1\d) of 24 done/)).toBeVisible()
  await first.kill()

  const second = await launchKillable(newFolder())
  await second.page.goto(link)
  await second.page.getByRole('button', { name: /24 pictures · / }).click()
  await expect(second.page.getByText('24 of 24 done')).toBeVisible({ timeout: 90_000 })
  const answer = await fetch(`${sandbox.url}/jobs?limit=100`, {
    headers: { Authorization: 'Bearer experiment-token' },
  })
  expect((await answer.json()).items).toHaveLength(24)
  await second.kill()
  await playground.stop()
  await sandbox.close()
})

const twoSteps = {
  format: 'krea-playground/experiment@1' as const,
  name: '',
  brief: 'A quiet picture for the wall.',
  question: 'Which is calmer?',
  model: 'image/bfl/flux-1-dev',
  input: { prompt: 'a forest', width: 512, height: 512 },
  variables: {},
  axes: [
    {
      name: 'Steps',
      values: [11, 39].map((steps) => ({
        label: `secret value ${steps}`,
        set: { input: { steps } },
      })),
    },
  ],
  seeds: [7],
}

const twoModels = {
  ...twoSteps,
  axes: [
    {
      name: 'Model',
      values: [
        { label: 'Flux', set: { model: 'image/bfl/flux-1-dev' } },
        { label: 'Krea 2', set: { model: 'image/krea/krea-2/medium' } },
      ],
    },
  ],
  seeds: [1, 2],
}

const grid = {
  ...twoSteps,
  id: '019ac8f0-2222-7000-8000-000000000024',
  input: { prompt: 'a {{animal}} in the snow' },
  axes: [
    {
      name: 'Animal',
      values: ['fox', 'owl', 'cat'].map((animal) => ({
        label: animal,
        set: { variables: { animal } },
      })),
    },
    {
      name: 'Model',
      values: [
        'image/bfl/flux-1-dev',
        'image/krea/krea-2/medium',
        'image/krea/krea-2/large',
        'image/qwen/2512',
      ].map((model) => ({ label: model, set: { model } })),
    },
  ],
  seeds: [1, 2],
}
