import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { holdScripts } from '../../fixtures/browser/hold-requests'
import { waitForHydration } from '../../fixtures/browser/hydrated'
import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, tile } from '../actions'

const composer = (page: Page) => page.getByRole('complementary', { name: 'Composer' })
const promptOf = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })
const chip = (page: Page, name: string) => page.getByText(name, { exact: true })

async function choose(page: Page, id: string) {
  await composer(page)
    .getByRole('button', { name: /^Model: / })
    .click()
  await page.getByRole('combobox', { name: 'Search models' }).fill(id)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The bodies that the page posts to make jobs, as they leave. */
function posted(page: Page): { model: string; input: object }[] {
  const bodies: { model: string; input: object }[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/jobs'))
      bodies.push(JSON.parse(request.postData() ?? '{}'))
  })
  return bodies
}

test('the code of the form and of its picture is what was sent, and saves its picture as pasted', async ({
  page,
}) => {
  const bodies = posted(page)
  await page.goto('/?model=image/bfl/flux-1-dev&prompt=a+quiet+harbour&seed=7&steps=20')
  await expect(promptOf(page)).toHaveValue('a quiet harbour')
  const shown = async (language: string) => {
    await page.getByRole('dialog').getByRole('radio', { name: language, exact: true }).check()
    return (await page.getByRole('region', { name: `${language} code` }).textContent()) ?? ''
  }
  await page.getByRole('button', { name: 'This request as code' }).click()
  const curl = await shown('curl')
  const json = JSON.parse(await shown('JSON'))
  await page.keyboard.press('Escape')

  await generate(page, 'a quiet harbour')
  await finished(page, 'a quiet harbour').click()
  expect(bodies.map(({ input }) => input)).toEqual([json])
  await page.getByRole('button', { name: 'Copy as code' }).click()
  expect(JSON.parse(await shown('JSON'))).toEqual(json)

  const folder = test.info().outputPath('pasted')
  mkdirSync(folder, { recursive: true })
  execFileSync('sh', ['-c', curl], {
    cwd: folder,
    env: { ...process.env, KREA_API_TOKEN: 'any:token' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^krea-.*\.(png|jpe?g|webp)$/)])
})

test('a link to the settings restores them in another browser, and the page is named by it', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  await choose(page, 'image/bfl/flux-1-dev')
  await promptOf(page).fill('a kite, high up & far')
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('31')
  await page.getByRole('button', { name: 'Lock the seed' }).click()
  await page.getByRole('button', { name: 'Copy a link to these settings' }).click()
  await expect(composer(page).getByText(/copied/i)).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const seed = await page.getByRole('spinbutton', { name: 'Seed' }).inputValue()

  const other = await browser.newPage()
  await other.goto(link)
  await expect(promptOf(other)).toHaveValue('a kite, high up & far')
  await expect(other.getByRole('spinbutton', { name: 'Steps' })).toHaveValue('31')
  await expect(other.getByRole('spinbutton', { name: 'Seed' })).toHaveValue(seed)
  const [title] = (await (await page.request.get(link)).text()).match(/<title>[^<]*/) ?? []
  expect(title).toContain('a kite, high up &amp; far')
  await other.close()
})

test('what another model does not take is said, and comes back with the first', async ({
  page,
}) => {
  await page.goto('/?model=image/bfl/flux-1-dev&prompt=a+mill&width=1216&height=832&steps=31')
  await expect(promptOf(page)).toHaveValue('a mill')
  await choose(page, 'image/ideogram/ideogram-4.5-precise')
  await expect(promptOf(page)).toHaveValue('a mill')
  await expect(composer(page).getByText(/does not take .*steps/i)).toBeVisible()
  await choose(page, 'image/bfl/flux-1-dev')
  await expect(page.getByRole('spinbutton', { name: 'Steps' })).toHaveValue('31')
  await expect(page.getByRole('spinbutton', { name: 'Width in pixels' })).toHaveValue('1216')
})

test('no key is lost while the page fetches what it needs next', async ({ page }) => {
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  const release = await holdScripts(page)
  await promptOf(page).focus()
  await page.keyboard.type('a slow')
  await page.getByRole('button', { name: 'Jobs and notifications' }).click()
  await promptOf(page).press('End')
  await page.keyboard.type(' train')
  await expect(promptOf(page)).toHaveValue('a slow train')
  release()
  await expect(page.getByRole('dialog', { name: 'Jobs and notifications' })).toBeVisible()
  await expect(promptOf(page)).toHaveValue('a slow train')
})

test('a part that cannot be fetched says so, and comes when it can', async ({ page }) => {
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  const scripts = '**/_next/static/**/*.js'
  await page.route(scripts, (route) => route.abort())
  await composer(page)
    .getByRole('button', { name: /^Model: / })
    .click()
  const told = page.getByRole('alert').filter({ hasText: 'could not be fetched' })
  await expect(told).toBeVisible()
  await promptOf(page).fill('still here')
  await page.unroute(scripts)
  // By key: a pointer that passes the picker's button fetches it too, and the message may go before the click.
  await told.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(page.getByRole('combobox', { name: 'Search models' })).toBeVisible()
  await expect(told).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(promptOf(page)).toHaveValue('still here')
})

test('a part in a closed menu that cannot be fetched does not hide the message of one in sight', async ({
  page,
}) => {
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  await page.route('**/_next/static/**/*.js', async (route) => {
    const response = await route.fetch()
    const isRefused = /No Krea token is set|Search by name, maker/.test(await response.text())
    await (isRefused ? route.abort() : route.fulfill({ response }))
  })
  await page.keyboard.press('Shift')
  const told = page.getByText('could not be fetched')
  await expect(page.locator('#sandbox').filter({ has: told })).toBeAttached()
  await expect(told).toBeHidden()
  await composer(page)
    .getByRole('button', { name: /^Model: / })
    .click()
  await expect(told).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('arrow up in an empty prompt brings the last one back', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a barn to remember')
  await promptOf(page).fill('')
  await promptOf(page).press('ArrowUp')
  await expect(promptOf(page)).toHaveValue('a barn to remember')
})

test('arrow up brings back what was sent while the code that sends it is still on its way', async ({
  page,
}) => {
  await page.goto('/')
  await waitForHydration(page)
  const release = await holdScripts(page)
  await promptOf(page).fill('a barn in a hurry')
  await page.getByRole('button', { name: /^Generate/ }).click()
  await promptOf(page).fill('')
  await promptOf(page).press('ArrowUp')
  await expect(promptOf(page)).toHaveValue('a barn in a hurry')
  release()
  await expect(tile(page, 'a barn in a hurry')).toBeVisible()
})

test('past prompts are found, kept and taken again', async ({ page }) => {
  await page.goto('/')
  await generate(page, 'a red barn')
  await generate(page, 'a blue boat')
  const open = () => page.getByRole('button', { name: 'Past, saved and example prompts' }).click()
  const dialog = page.getByRole('dialog', { name: 'Prompts' })
  await open()
  await dialog.getByRole('searchbox').fill('barn')
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await chip(page, 'Saved').click()
  await dialog.getByRole('button', { name: 'a red barn' }).click()
  await expect(dialog).toBeHidden()
  await expect(promptOf(page)).toHaveValue('a red barn')
  await page.reload()
  await open()
  await chip(page, 'Saved').click()
  await expect(dialog.getByRole('button', { name: 'a red barn' })).toBeVisible()
  await chip(page, 'Examples').click()
  expect(await dialog.getByRole('listitem').count()).toBeGreaterThan(2)
})

test('several prompts, one a line, make a picture each; more than eight are asked about', async ({
  page,
}) => {
  const bodies = posted(page)
  await page.goto('/')
  const lines = Array.from({ length: 9 }, (_, at) => `a kite, number ${at + 1}`)
  await page.getByRole('button', { name: 'Past, saved and example prompts' }).click()
  await chip(page, 'Multiple prompts').click()
  await page.getByRole('textbox', { name: 'One prompt per line' }).fill(`${lines.join('\n')}\n\n`)
  await page.getByRole('button', { name: 'Generate 9' }).click()
  expect(bodies).toEqual([])
  await expect(page.getByText('9 pictures for $0.06. Sure?')).toBeVisible()
  // A second press counts once it is no double click.
  await expect(async () => {
    await page.getByRole('button', { name: 'Yes, generate 9' }).click({ timeout: 1_000 })
    await expect(page.getByRole('dialog')).toBeHidden({ timeout: 500 })
  }).toPass()
  await expect(tile(page, 'number 1')).toBeVisible()
  await expect.poll(() => bodies.length).toBe(9)
  const prompts = bodies.map(({ input }) => Reflect.get(input, 'prompt'))
  expect(prompts.toSorted()).toEqual(lines)
  expect(new Set(bodies.map(({ input }) => Reflect.get(input, 'seed'))).size).toBe(9)
})
