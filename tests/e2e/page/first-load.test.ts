import { firstLoad } from '../../fixtures/browser/first-load'
import { overscanRendered } from '../../fixtures/browser/overscan'
import { expect, test } from '../../fixtures/browser/page'
import { seedGallery } from '../../fixtures/browser/seed-gallery'
import {
  firstLoadLimit,
  fontsLimit,
  nodesLimit,
  pageLimit,
  plainPageLimit,
  plainScriptsLimit,
  transactionsLimit,
} from '../../fixtures/server/budget'

test('a first visit stays within the byte budget, and creates no database', async ({
  page,
  baseURL,
}) => {
  const { scripts, styles, fonts, page: sent } = await firstLoad(page, baseURL ?? '')
  expect(scripts).toBeGreaterThan(100_000)
  expect(scripts).toBeLessThanOrEqual(firstLoadLimit)
  expect(fonts).toBeGreaterThan(0)
  expect(fonts).toBeLessThanOrEqual(fontsLimit)
  expect(sent).toBeGreaterThan(5_000)
  expect(sent).toBeLessThanOrEqual(pageLimit)
  // The first paint waits for no other file.
  expect(styles).toBe(0)
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
})

for (const path of ['/pass', '/admin'])
  test(`${path} stays within the byte budget of a plain page`, async ({ page, baseURL }) => {
    const { scripts, styles, page: sent } = await firstLoad(page, `${baseURL}${path}`)
    test.info().annotations.push({ type: 'bytes', description: `${scripts} ${sent}` })
    expect(scripts).toBeGreaterThan(100_000)
    expect(scripts).toBeLessThanOrEqual(plainScriptsLimit)
    expect(sent).toBeGreaterThan(5_000)
    expect(sent).toBeLessThanOrEqual(plainPageLimit)
    expect(styles).toBe(0)
  })

test('Chromium is told to compile the scripts while they arrive', async ({ request }) => {
  const page = await (await request.get('/')).text()
  const paths = page.match(/\/_next\/static\/chunks\/[\w.-]+\.js/g)
  const scripts = await Promise.all(
    [...new Set(paths)].map(async (path) => (await request.get(path)).text()),
  )
  expect(scripts.length).toBeGreaterThan(4)
  expect(scripts.filter((text) => !text.startsWith('//# allFunctionsCalledOnLoad\n'))).toEqual([])
})

test('ten thousand pictures render few elements, send no request and read the storage a few times', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype
    Object.assign(window, { transactions: 0 })
    IDBDatabase.prototype.transaction = function (...args) {
      Reflect.set(window, 'transactions', Reflect.get(window, 'transactions') + 1)
      return Reflect.apply(transaction, this, args)
    }
  })
  await seedGallery(page, 10_000)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Gallery' }).locator('img').first()).toBeVisible()
  await overscanRendered(page)
  const tiles = page.getByRole('region', { name: 'Gallery' }).getByRole('article', { name: /./ })
  await expect(tiles.last().locator('img')).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(window, 'transactions'))).toBeLessThanOrEqual(
    transactionsLimit,
  )
  expect(await page.locator('*').count()).toBeLessThanOrEqual(nodesLimit)
  await page.mouse.move(700, 400)
  await page.mouse.wheel(0, 20_000)
  await expect(page.getByRole('region', { name: 'Gallery' }).locator('img').first()).toBeVisible()
  expect(await page.locator('*').count()).toBeLessThanOrEqual(nodesLimit)
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([])
})

test('typing a prompt does not rerender the gallery', async ({ page }) => {
  await seedGallery(page, 50)
  await page.goto('/')
  const gallery = page.getByRole('region', { name: 'Gallery' })
  await expect(gallery.locator('img')).not.toHaveCount(0)
  await page.waitForLoadState('networkidle')
  // Each tile's record and thumbnail come from the database.
  await expect(gallery.locator('article:not(:has(img[src]):has(input))')).toHaveCount(0)
  await gallery.evaluate((element) => {
    const changes: string[] = []
    Object.assign(window, { changes })
    new MutationObserver((seen) =>
      changes.push(
        ...seen.map(
          ({ type, target, attributeName }) => `${type} ${target.nodeName} ${attributeName}`,
        ),
      ),
    ).observe(element, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
  })
  await page.getByRole('textbox', { name: 'Prompt' }).pressSequentially('a fox in the snow')
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue('a fox in the snow')
  expect(await page.evaluate(() => Reflect.get(window, 'changes'))).toEqual([])
})
