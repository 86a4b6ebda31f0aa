import { openAsBlob } from 'node:fs'
import type { Page } from '@playwright/test'
import { toLinkValue } from '@/lib/experiment/link'
import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { expect, test } from '../../fixtures/browser/page'

test.use({ env: { SANDBOX_SPEED: '100', RATE_LIMIT_PER_MINUTE: '1000' } })

const cells = (page: Page) => page.getByRole('gridcell')
const pictures = (page: Page) => cells(page).locator('img')
const viewer = (page: Page) => page.getByRole('dialog', { name: 'Picture' })

const grid = {
  format: 'krea-playground/experiment@1' as const,
  name: 'Animals against steps',
  brief: 'A quiet picture.',
  question: 'Which is calmer?',
  model: 'image/bfl/flux-1-dev',
  input: { prompt: 'a {{animal}} in the snow', width: 512, height: 512 },
  variables: {},
  axes: [
    {
      name: 'Animal',
      values: ['fox', 'owl'].map((animal) => ({ label: animal, set: { variables: { animal } } })),
    },
    {
      name: 'Steps',
      values: [10, 20, 30].map((steps) => ({ label: `${steps}`, set: { input: { steps } } })),
    },
  ],
  seeds: [7],
}

async function runGrid(page: Page) {
  await page.goto(`/?experiment=${toLinkValue(grid)}`)
  await page.getByRole('button', { name: /^Run 6 pictures/ }).click()
  await expect(pictures(page)).toHaveCount(6)
}

test('the viewer moves along both axes and leads back to the cell; the gallery, drawn once the sheet closes, shows an experiment alone', async ({
  page,
}) => {
  test.slow()
  await runGrid(page)
  await cells(page).nth(1).getByRole('button').click()
  const shown = viewer(page).getByRole('complementary', { name: 'Details' })
  await expect(shown.getByText('a fox in the snow').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(shown.getByText('a owl in the snow').first()).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(viewer(page).getByText('6 of 6')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(viewer(page).getByText('3 of 6')).toBeVisible()
  await page.goBack()
  await expect(cells(page).nth(2).getByRole('button')).toBeFocused()
  await page.reload()
  await expect(pictures(page)).toHaveCount(6)
  await expect(page.locator('article')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('article')).toHaveCount(6)

  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a kite beside it')
  await page.getByRole('button', { name: /^Generate/ }).click()
  await expect(page.getByRole('article')).toHaveCount(7)
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('combobox', { name: 'Experiment' }).selectOption('Animals against steps')
  await expect(page.getByRole('article')).toHaveCount(6)
  await expect(page.getByRole('button', { name: 'Filters, 1 set' })).toBeVisible()
})

test('the contact sheet is taken along as PNG, also after a pause, and all its pictures are shared', async ({
  page,
}) => {
  test.slow()
  await page.addInitScript(() => localStorage.setItem('krea-playground:live', '{"mostUnderWay":1}'))
  let release = () => {}
  const paused = new Promise<void>((resolve) => {
    release = resolve
  })
  let posts = 0
  await page.route('**/api/jobs', async (route) => {
    if (route.request().method() === 'POST') posts += 1
    await paused
    await route.fallback()
  })
  await page.goto(`/?experiment=${toLinkValue(grid)}`)
  await page.getByRole('button', { name: /^Run 6 pictures/ }).click()
  await expect(page.getByText(/^6 in progress/)).toBeVisible()
  await expect.poll(() => posts).toBe(1)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText(/^1 in progress/)).toBeVisible()
  release()
  const rest = page.getByRole('button', { name: /^Go on with 5 pictures/ })
  await expect(page.getByText(/^1 of 6 done(?!.*in progress)/)).toBeVisible()
  expect(posts).toBe(1)
  await rest.click()
  await expect(pictures(page)).toHaveCount(6)
  await expect(page.getByText('6 of 6 done')).toBeVisible()
  expect(posts).toBe(6)

  await page.getByRole('dialog').getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Share for review' }).click()
  await expect(page.getByRole('button', { name: 'Share 6 pictures', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').getByRole('button', { name: 'More', exact: true }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Contact sheet as PNG' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('animals-against-steps.png')
  const bytes = new DataView(await (await openAsBlob(await file.path())).arrayBuffer())
  expect([bytes.getUint8(1), bytes.getUint8(2), bytes.getUint8(3)]).toEqual([0x50, 0x4e, 0x47])
  // Three columns and two rows of 264 pixels, labels, margins.
  expect(bytes.getUint32(16)).toBe(2 * 16 + 200 + 3 * 264)
  expect(bytes.getUint32(20)).toBe(16 + 20 + 20 + 8 + 2 * 264 + 16)
})

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 360],
] as const)
  test(`axe finds nothing in plan, pictures, judge and results in ${colorScheme} at ${width} px`, async ({
    page,
  }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 800 })
    const found = async (part: string) => {
      await page.screenshot({ path: test.info().outputPath(`${part}.png`) })
      return accessibilityFaults(page, 'dialog[open]')
    }
    const sideways = () =>
      page.evaluate(() => {
        const dialog = document.querySelector('dialog[open]')
        return dialog ? dialog.scrollWidth - dialog.clientWidth : Number.NaN
      })
    await page.goto(`/?experiment=${toLinkValue(grid)}`)
    await expect(page.getByRole('button', { name: /^Run 6 pictures/ })).toBeVisible()
    expect(await found('plan')).toEqual([])
    expect(await sideways()).toBe(0)
    await page.getByRole('button', { name: /^Run 6 pictures/ }).click()
    await expect(page.getByText('6 of 6 done')).toBeVisible()
    await expect(pictures(page).first()).toBeVisible()
    await cells(page).first().getByRole('button').focus()
    await page.keyboard.press('k')
    expect(await found('pictures')).toEqual([])
    await page.getByText('Judge', { exact: true }).click()
    await expect(page.getByRole('dialog').getByRole('img')).toHaveCount(2)
    expect(await found('judge')).toEqual([])
    await page.getByRole('button', { name: 'Right picture' }).click()
    await page.getByText('Results', { exact: true }).click()
    await expect(page.getByRole('table').first()).toBeVisible()
    expect(await found('results')).toEqual([])
    expect(await sideways()).toBe(0)
  })
