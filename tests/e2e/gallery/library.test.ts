import type { Page } from '@playwright/test'
import { scrollThroughAll } from '../../bench/gallery-probes'
import { accessibilityFaults } from '../../fixtures/browser/accessibility'
import { countStores } from '../../fixtures/browser/gallery-store'
import { overscanRendered } from '../../fixtures/browser/overscan'
import { expect, test } from '../../fixtures/browser/page'
import { openSeeded } from '../../fixtures/browser/seed-gallery'

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search prompts' })
const number = (page: Page, at: number) =>
  page.getByRole('article', { name: new RegExp(`number ${at}$`) })

test('ten thousand pictures render a few hundred nodes and send no request', async ({ page }) => {
  test.slow()
  await openSeeded(page, 10_000)
  const calls: string[] = []
  page.on('request', (request) => calls.push(request.url()))
  const nodes = () => page.evaluate(() => document.querySelectorAll('*').length)
  await expect(page.getByText('10,000 pictures')).toBeVisible()
  await overscanRendered(page)
  expect(await nodes()).toBeLessThan(2000)

  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(number(page, 10_000).getByRole('img')).toBeVisible()
  expect(await nodes()).toBeLessThan(2000)

  await search(page).fill('harbour number 4003')
  await expect(page.getByText('1 of 10,000')).toBeVisible()
  await expect(number(page, 4003)).toBeVisible()
  await search(page).fill('kite')
  await expect(page.getByText('2,500 of 10,000')).toBeVisible()
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('Oldest first')
  await expect(page.getByRole('article').first()).toHaveAccessibleName(/number 9998$/)

  await search(page).press('Escape')
  await page.getByRole('heading', { level: 2 }).first().click()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('10,000 selected')).toBeVisible()
  expect(calls.filter((url) => /\/api\/(?!budget)/.test(url))).toEqual([])
})

test.describe('in a tall window', () => {
  // Few stops on the way, for the gallery draws rows beyond the view at each; and drawn coarsely.
  test.use({ viewport: { width: 1280, height: 6480 }, deviceScaleFactor: 0.2 })

  test('records that were scrolled past do not stay in memory', async ({ page }) => {
    test.slow()
    await openSeeded(page, 3000)
    const devtools = await page.context().newCDPSession(page)
    const heap = async () => {
      await devtools.send('HeapProfiler.collectGarbage')
      return (await devtools.send('Runtime.getHeapUsage')).usedSize
    }
    const before = await heap()
    await page.evaluate(scrollThroughAll)
    await expect(number(page, 3000).getByRole('img')).toBeVisible()
    const kept = (await heap()) - before
    expect(kept / 3000, 'bytes a record; over 1,000 where all are held').toBeLessThan(700)
  })
})

test('filters by model, favourite and date combine', async ({ page }) => {
  await openSeeded(page, 40, 10)
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('checkbox', { name: 'Favourites only' }).check()
  await expect(page.getByText('4 of 40')).toBeVisible()
  await page.getByRole('combobox', { name: 'Model' }).selectOption('image/bfl/flux-1-dev')
  await expect(page.getByText('2 of 40')).toBeVisible()
  await page.getByRole('combobox', { name: 'Created' }).selectOption('Last 7 days')
  await expect(page.getByText('2 of 40')).toBeVisible()
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Failed')
  await expect(page.getByText('No matches.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByText('40 pictures')).toBeVisible()
})

test('Backspace deletes as Delete does', async ({ page }) => {
  await openSeeded(page, 5, 200)
  await number(page, 2).focus()
  await page.keyboard.press('Backspace')
  await expect(page.getByText('Deleted.')).toBeVisible()
  await expect(number(page, 2)).toHaveCount(0)
})

test('the focused picture keeps the focus when it scrolls out of sight', async ({ page }) => {
  await openSeeded(page, 400, 200)
  await number(page, 1).focus()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(number(page, 400)).toBeVisible()
  await expect(number(page, 1)).toBeFocused()
})

test('search, move, select, favourite, delete and undo work by keyboard alone', async ({
  page,
}) => {
  await openSeeded(page, 30, 200)
  await page.keyboard.press('/')
  await expect(search(page)).toBeFocused()
  await page.keyboard.type('number')
  await page.keyboard.press('Escape')
  await number(page, 1).focus()
  await page.keyboard.press('ArrowRight')
  await expect(number(page, 2)).toBeFocused()
  await page.keyboard.press('End')
  await expect(number(page, 30)).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect(number(page, 1)).not.toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(number(page, 1)).toBeFocused()

  await page.keyboard.press('ArrowRight')
  const heart = number(page, 2).getByRole('button', { name: 'Favourite' })
  await expect(heart).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('f')
  await expect(heart).toHaveAttribute('aria-pressed', 'true')

  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByText('3 selected')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByText('3 deleted.')).toBeVisible()
  await expect(number(page, 3)).toHaveCount(0)
  await expect(number(page, 5)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(number(page, 3)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search(page)).toBeVisible()
  await number(page, 1).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('a deleted record is removed from the disk after ten seconds, not before', async ({
  page,
}) => {
  const now = Date.now()
  await page.clock.install({ time: now })
  await openSeeded(page, 3)
  await page.clock.pauseAt(now + 60_000)
  await number(page, 2).focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('Deleted.')).toBeVisible()
  await page.clock.runFor(9_900)
  expect(await countStores(page)).toMatchObject({ records: 3, entries: 2, thumbnails: 3 })
  await expect(page.getByText('Deleted.')).toBeVisible()
  await page.clock.runFor(200)
  await expect(page.getByText('Deleted.')).toBeHidden()
  await expect.poll(() => countStores(page)).toMatchObject({ records: 2, thumbnails: 2 })
})

test('a record deleted just before the page closed is removed at the next start', async ({
  page,
}) => {
  await page.clock.install()
  await openSeeded(page, 3)
  await number(page, 2).focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('Deleted.')).toBeVisible()
  await page.goto('about:blank')
  await page.clock.fastForward(11_000)
  await page.goto('/')
  await expect(number(page, 3)).toBeVisible()
  await expect.poll(() => countStores(page)).toMatchObject({ records: 2, thumbnails: 2 })
})

test('another tab shows a favourite, a deletion and its undo at once', async ({
  page,
  context,
}) => {
  await openSeeded(page, 5)
  const other = await context.newPage()
  await other.goto('/')
  const heart = number(other, 2).getByRole('button', { name: 'Favourite' })
  await expect(heart).toHaveAttribute('aria-pressed', 'false')
  await number(page, 2).focus()
  await page.keyboard.press('f')
  await expect(heart).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Delete')
  await expect(number(other, 2)).toHaveCount(0)
  await other.getByRole('button', { name: 'Undo' }).click()
  await expect(number(page, 2)).toBeVisible()
})

test('pictures are added to a board, found by it, and stay when it is removed', async ({
  page,
}) => {
  await openSeeded(page, 6)
  await number(page, 2).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await page.getByRole('button', { name: 'Boards' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name of a new board' }).fill('Kites')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog.getByRole('checkbox', { name: 'Kites' })).toBeChecked()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  await page.getByRole('combobox', { name: 'Board' }).selectOption('Kites')
  await expect(page.getByText('2 of 6')).toBeVisible()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Boards' }).click()
  await page.getByRole('button', { name: 'Remove Kites' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('6 pictures')).toBeVisible()
})

/** Drags a picture with the mouse to a board of the tray, which shows only during a drag. */
async function drag(page: Page, at: number, board: string) {
  await number(page, at).hover()
  await page.mouse.down()
  await page.mouse.move(700, 500)
  const target = page.getByRole('listitem').filter({ hasText: board })
  await target.hover()
  await page.mouse.up()
  await expect(target).toHaveCount(0)
}

test('pictures are dragged onto boards: one, the selection, onto a new board, or cancelled', async ({
  page,
}) => {
  await openSeeded(page, 8)
  await drag(page, 3, 'New board')
  const dialog = page.getByRole('dialog', { name: 'Add to boards' })
  await dialog.getByRole('textbox', { name: 'Name of a new board' }).fill('Harbours')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('checkbox', { name: 'Harbours' })).toBeChecked()
  await page.keyboard.press('Escape')

  await drag(page, 5, 'Harbours')
  await expect(page.getByText('1 picture added to Harbours.')).toBeVisible()
  await number(page, 1).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await drag(page, 2, 'Harbours')
  await expect(page.getByText('2 pictures added to Harbours.')).toBeVisible()
  await expect(page.getByText('2 selected')).toBeVisible()

  await number(page, 7).hover()
  await page.mouse.down()
  await page.mouse.move(700, 500)
  await expect(page.getByText('Drop on a board')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Drop on a board')).toBeHidden()
  await page.mouse.up()
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the selection' }).click()

  await page.getByRole('combobox', { name: 'Board' }).selectOption('Harbours')
  await expect(page.getByText('4 of 8')).toBeVisible()
  await number(page, 5).click()
  await expect(page.getByRole('dialog', { name: 'Picture' })).toBeVisible()
})

test('adding to a board and comparing work by keyboard alone, and the focus returns', async ({
  page,
}) => {
  await openSeeded(page, 6)
  await number(page, 1).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Boards' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Name of a new board' }).focus()
  await page.keyboard.type('Keys')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Keys' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Boards' })).toBeFocused()

  await page.getByRole('button', { name: 'Compare' }).focus()
  await page.keyboard.press('Enter')
  const compare = page.getByRole('dialog', { name: 'Compare', exact: true })
  await expect(compare.getByRole('slider')).toBeVisible()
  await page.keyboard.press('2')
  await expect(compare.getByRole('img')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(compare).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(search(page)).toBeVisible()
})

test('a gallery of the first version is migrated completely', async ({ page }) => {
  await page.goto('/icon.svg')
  await page.evaluate(makeFirstVersion)
  await page.goto('/')
  const old = page.getByRole('article', { name: 'a picture of old' })
  await expect(old.getByRole('img')).toHaveAttribute('src', /^blob:/)
  await search(page).fill('old first')
  await expect(old).toBeVisible()
  await expect(page.getByText('1 picture')).toBeVisible()
  await old.focus()
  await page.keyboard.press('f')
  await expect(old.getByRole('button', { name: 'Favourite' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  expect(await countStores(page)).toEqual({
    boards: 0,
    experiments: 0,
    entries: 2,
    originals: 1,
    previews: 0,
    records: 2,
    thumbnails: 1,
  })
})

/** Creates the database of the first version. Runs in the page. */
async function makeFirstVersion(): Promise<void> {
  const canvas = new OffscreenCanvas(8, 8)
  canvas.getContext('2d')
  const bytes = await canvas.convertToBlob({ type: 'image/webp' })
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('krea-playground', 1)
    request.onerror = () => reject(request.error)
    request.onupgradeneeded = () => {
      const database = request.result
      const records = database.createObjectStore('records', { keyPath: 'id' })
      records.createIndex('createdAt', 'createdAt')
      records.createIndex('kind', 'state.kind')
      database.createObjectStore('entries', { keyPath: 'id' })
      database.createObjectStore('originals')
      database.createObjectStore('thumbnails')
    }
    request.onsuccess = () => {
      const stores = ['records', 'entries', 'originals', 'thumbnails']
      const transaction = request.result.transaction(stores, 'readwrite')
      const job = {
        id: 'job-1',
        status: 'completed',
        phase: 'succeeded',
        createdAt: '2026-10-01T00:00:00.000Z',
        completedAt: '2026-10-01T00:00:09.000Z',
        images: [{ url: 'https://gen.krea.ai/1.png', kind: 'final' }],
        error: null,
      }
      const common = {
        createdAt: 1_790_000_000_000,
        model: 'image/bfl/flux-1-dev',
        modelName: 'First Dev',
        input: { seed: 7 },
        price: null,
        typicalSeconds: null,
        aspect: 1,
        previews: [],
      }
      const picture = { type: 'image/webp', bytes: bytes.size, width: 8, height: 8, sha256: null }
      const failure = { code: 'nsfw', message: 'Stopped.', charged: 'no', at: 1_790_000_000_000 }
      const records = [
        { ...common, id: 'a', prompt: 'a picture of old', state: { kind: 'done', job, picture } },
        { ...common, id: 'b', prompt: 'a failure', state: { kind: 'failed', job: null, failure } },
      ]
      for (const record of records) {
        transaction.objectStore('records').put(record)
        transaction.objectStore('entries').put({ id: record.id, aspect: 1 })
      }
      transaction.objectStore('originals').put(bytes, 'a')
      transaction.objectStore('thumbnails').put(bytes, 'a')
      transaction.oncomplete = () => {
        request.result.close()
        resolve()
      }
    }
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in toolbar, grid, selection and dialogs in ${colorScheme}`, async ({
    page,
  }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openSeeded(page, 12, 4)
    await number(page, 2).hover()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Filters' }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Storage and backup' }).click()
    await expect(page.getByRole('dialog').getByText('used')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await number(page, 1).focus()
    await page.keyboard.press('Space')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Boards' }).click()
    await page.getByRole('textbox', { name: 'Name of a new board' }).fill('Kites')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('checkbox', { name: 'Kites' })).toBeChecked()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await number(page, 3).hover()
    await page.mouse.down()
    await page.mouse.move(700, 500)
    await expect(page.getByText('Drop on a board')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.getByRole('button', { name: 'Clear the selection' }).click()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('button', { name: 'Boards' }).click()
    await expect(page.getByRole('textbox', { name: 'Name of Kites' })).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await number(page, 1).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
  })
}
