import { openAsBlob } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { downloadZip } from 'client-zip'
import * as z from 'zod'
import { formatBytes } from '@/lib/format-bytes'
import { readTexts } from '@/lib/transfer/png-text'
import { readZip } from '@/lib/transfer/zip-reader'
import { countStores, readStore } from '../../fixtures/browser/gallery-store'
import { expect, test } from '../../fixtures/browser/page'
import { quotaSetter } from '../../fixtures/browser/quota'
import { finished, generate, openEmpty, tile } from '../actions'

/** Removes the browser's save dialog, which a test cannot use: the page then downloads the file. */
test.beforeEach(({ page }) => {
  test.slow()
  return page.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }))
})

const entriesOf = async (download: Download) => readZip(await openAsBlob(await download.path()))

async function openStorage(page: Page) {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Storage and backup' }).click()
}

/** @param rest of the prompt: `#slow` produces more previews */
async function makeTwo(page: Page, rest = '') {
  await openEmpty(page)
  await generate(page, `a fox for the zip${rest}`)
  await generate(page, `a kite for the zip${rest}`)
  await expect(finished(page, 'a fox')).toBeVisible()
  await expect(finished(page, 'a kite')).toBeVisible()
  await expect.poll(() => countStores(page)).toMatchObject({ originals: 2 })
}

test('a zip contains the pictures with their settings, and a page that works offline', async ({
  page,
  context,
}) => {
  await makeTwo(page)
  await generate(page, 'a statue #nsfw')
  await expect(tile(page, 'a statue')).toContainText('content filter')
  await expect(page.getByText('2 pictures', { exact: true }), 'a failed one is none').toBeVisible()
  await page.getByRole('heading', { name: 'Today' }).click()
  await page.keyboard.press('ControlOrMeta+a')
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const download = await started
  await expect(page.getByText('1 had none and were left out')).toBeVisible()

  const entries = await entriesOf(download)
  const names = entries.map(({ name }) => name)
  expect(names).toHaveLength(4)
  expect(names).toContain('parameters.json')
  const picture = entries.find(({ name }) => name.startsWith('pictures/a-fox'))
  const bytes = new Uint8Array((await (await picture?.read('image/png'))?.arrayBuffer()) ?? [])
  const told = z
    .object({ model: z.string(), input: z.object({ prompt: z.string(), seed: z.number() }) })
    .parse(JSON.parse((await readTexts(bytes)).get('krea-playground') ?? ''))
  expect(told.input.prompt).toBe('a fox for the zip')

  const sheet = await entries.find(({ name }) => name === 'index.html')?.read('text/html')
  await context.setOffline(true)
  const offline = await context.newPage()
  await offline.setContent((await sheet?.text()) ?? '')
  await expect(offline.getByRole('img')).toHaveCount(2)
  await offline.close()
  await context.setOffline(false)

  await page.getByRole('button', { name: 'Clear the selection' }).click()
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('something else')
  await drop(page, 'fox.png', bytes)
  await expect(page.getByText('fox.png contains its settings.')).toBeVisible()
  await page.getByRole('button', { name: 'Use settings' }).click()
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue(
    'a fox for the zip',
  )
})

/** Drops a file as a browser does: drags it over the page, waits for the page's hint, and drops it. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const file = [name, Buffer.from(bytes).toString('base64')] as const
  const send = (kinds: string[]) =>
    page.evaluate(
      ([kinds, [name, base64]]) => {
        const dataTransfer = new DataTransfer()
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
        dataTransfer.items.add(new File([bytes], name))
        for (const kind of kinds)
          document.body.dispatchEvent(
            new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }),
          )
      },
      [kinds, file] as const,
    )
  const target = page.getByText('Drop images to use them as input')
  const held = async () => {
    await send(['dragenter', 'dragover'])
    return target.isVisible()
  }
  await expect.poll(held).toBe(true)
  await send(['drop'])
}

test('with the switch off, downloaded files contain no settings', async ({ page }) => {
  await makeTwo(page)
  await openStorage(page)
  await page.getByRole('checkbox', { name: 'Settings in downloaded files' }).uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+a')
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const entries = await entriesOf(await started)
  expect(entries.map(({ name }) => name)).not.toContain('parameters.json')
  const picture = await entries[0]?.read('image/png')
  const bytes = new Uint8Array((await picture?.arrayBuffer()) ?? [])
  expect(bytes.length).toBeGreaterThan(1000)
  expect((await readTexts(bytes)).has('krea-playground')).toBe(false)
  const sheet = await entries.find(({ name }) => name === 'index.html')?.read('text/html')
  expect(await sheet?.text()).not.toContain('Parameters')
})

test('a backup restores the same ids, bytes and boards, without duplicates', async ({
  page,
  browser,
  baseURL,
}, info) => {
  await makeTwo(page, ' #slow')
  await tile(page, 'a fox').focus()
  await page.keyboard.press('f')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Boards' }).click()
  await page.getByRole('textbox', { name: 'Name of a new board' }).fill('Foxes')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Foxes' })).toBeChecked()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  const before = await readStore(page)
  for (const { sha256, original } of before) expect(sha256).toBe(original)
  const counts = await countStores(page)
  expect(counts.previews).toBeGreaterThan(1)

  await openStorage(page)
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Back up everything' }).click()
  const backup = info.outputPath('backup.zip')
  await (await started).saveAs(backup)
  await expect(page.getByText('2 records in')).toBeVisible()
  const names = (await readZip(await openAsBlob(backup))).map(({ name }) => name)
  expect(names.filter((name) => !/^(records|originals|thumbnails|previews)\//.test(name))).toEqual([
    'backup.json',
  ])

  const elsewhere = await (await browser.newContext({ baseURL })).newPage()
  await elsewhere.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }))
  await openEmpty(elsewhere)
  const quota = await quotaSetter(elsewhere, baseURL)
  await quota(150_000)
  await elsewhere.getByLabel('Restore from backup').setInputFiles(backup)
  await expect(elsewhere.getByText('storage of this browser is full. 0 restored.')).toBeVisible()
  await quota()
  await elsewhere.getByLabel('Restore from backup').setInputFiles(backup)
  await expect(elsewhere.getByText('2 restored.')).toBeVisible()
  await expect(finished(elsewhere, 'a fox')).toBeVisible()
  expect(await readStore(elsewhere)).toEqual(before)
  expect(await countStores(elsewhere)).toEqual(counts)
  await expect(tile(elsewhere, 'a fox').getByRole('button', { name: 'Favourite' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await elsewhere.getByRole('combobox', { name: 'Board' }).selectOption('Foxes')
  await expect(elsewhere.getByText('1 of 2')).toBeVisible()

  await openStorage(elsewhere)
  await elsewhere.getByLabel('Backup to restore').setInputFiles(backup)
  await expect(elsewhere.getByText('0 restored, 2 already here.')).toBeVisible()
  expect(await readStore(elsewhere)).toEqual(before)

  await elsewhere.evaluate(damageRecords)
  await elsewhere.reload()
  const lost = tile(elsewhere, 'a fox').getByText('missing or damaged')
  const unreadable = elsewhere.getByText('cannot read this record')
  await expect(lost).toBeVisible()
  await expect(unreadable).toBeVisible()
  await openStorage(elsewhere)
  await elsewhere.getByRole('button', { name: 'Back up everything' }).click()
  await expect(elsewhere.getByText(/^1 record in .* 1 cannot be read/)).toBeVisible()
  await elsewhere.getByLabel('Backup to restore').setInputFiles(backup)
  await expect(elsewhere.getByText('2 restored.')).toBeVisible()
  await expect(lost).toBeHidden()
  await expect(unreadable).toBeHidden()
  expect(await readStore(elsewhere)).toEqual(before)
  await elsewhere.context().close()
})

/** Runs in the page: one picture loses its bytes, the other record gets a shape that no version writes. */
async function damageRecords(): Promise<void> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await result(indexedDB.open('krea-playground'))
  const stores = ['records', 'originals', 'thumbnails']
  const transaction = database.transaction(stores, 'readwrite')
  const [records, originals, thumbnails] = stores.map((name) => transaction.objectStore(name))
  for (const record of records ? await result(records.getAll()) : []) {
    if (!record.prompt.startsWith('a fox')) records?.put({ ...record, state: { kind: 'of old' } })
    else {
      originals?.put(new Blob(), record.id)
      thumbnails?.delete(record.id)
    }
  }
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  database.close()
}

test('a thumbnail of a backup that is no picture is made again from its original', async ({
  page,
  browser,
  baseURL,
}, info) => {
  await openEmpty(page)
  await generate(page, 'a heron to restore')
  await expect(finished(page, 'a heron to restore')).toBeVisible()
  await openStorage(page)
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Back up everything' }).click()
  const backup = info.outputPath('backup.zip')
  await (await started).saveAs(backup)
  const entries = await readZip(await openAsBlob(backup))
  const files = await Promise.all(
    entries.map(async (entry) => ({ name: entry.name, input: await entry.read('') })),
  )
  const spoilt = files.map(({ name, input }) => ({
    name,
    input: name.startsWith('thumbnails/') ? 'no picture' : input,
  }))
  const buffer = Buffer.from(await downloadZip(spoilt).arrayBuffer())

  const elsewhere = await (await browser.newContext({ baseURL })).newPage()
  await openEmpty(elsewhere)
  const file = { name: 'backup.zip', mimeType: 'application/zip', buffer }
  await elsewhere.getByLabel('Restore from backup').setInputFiles(file)
  await expect(elsewhere.getByText('1 restored.')).toBeVisible()
  const shown = tile(elsewhere, 'a heron to restore').getByRole('img')
  await expect(shown).toHaveJSProperty('complete', true)
  await expect(shown).not.toHaveJSProperty('naturalWidth', 0)
  await elsewhere.context().close()
})

test('a zip that is not a whole backup and a broken picture show a message', async ({ page }) => {
  await openEmpty(page)
  await drop(page, 'holiday.zip', new Uint8Array([80, 75, 3, 4]))
  await expect(page.getByText('This zip is cut off')).toBeVisible()
  await drop(page, 'holiday.jpg', new Uint8Array([255, 216, 255]))
  await expect(page.getByText('This picture is broken: it cannot be read.')).toBeVisible()
})

test('the storage shows how much room pictures take; deleting originals frees it and keeps thumbnails and records', async ({
  page,
}) => {
  await makeTwo(page)
  await openStorage(page)
  const bar = page.getByRole('progressbar', { name: 'Storage used' })
  const used = async () => Number(await bar.getAttribute('value'))
  const isSaid = async () =>
    (await page.getByText(/ used$/).textContent()) === `${formatBytes(await used())} used`
  await expect.poll(isSaid).toBe(true)
  const before = await used()
  await page.getByRole('combobox', { name: 'Originals to delete' }).selectOption('of any age')
  await page.getByRole('button', { name: 'Delete originals' }).click()
  await page.getByRole('button', { name: 'Delete permanently' }).click()
  await expect(page.getByText('None.')).toBeVisible()
  await expect.poll(used).toBeLessThan(before)
  expect(await countStores(page)).toMatchObject({ records: 2, originals: 0, thumbnails: 2 })
})
test('a picture that Krea no longer has shows a message and keeps its record', async ({ page }) => {
  await openEmpty(page)
  await page.route('**/api/images?*', (route) =>
    route.fulfill({
      status: 404,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:krea-playground:not_found',
        title: 'There is no such job or asset',
        status: 404,
        detail: 'There is no picture at that address any more.',
        code: 'not_found',
        requestId: 'r-1',
        charged: 'no',
      }),
    }),
  )
  await generate(page, 'a flower that faded')
  await expect(tile(page, 'a flower')).toContainText('Krea no longer has this picture.')
  await page.reload()
  await expect(tile(page, 'a flower')).toContainText('What made it is kept.')
})

test('bytes that are not a picture, or incomplete, are not saved', async ({ page }) => {
  await openEmpty(page)
  await page.route('**/api/images?*', (route) =>
    route.fulfill({ contentType: 'image/png', body: 'not a picture' }),
  )
  await generate(page, 'a picture of words')
  await expect(tile(page, 'a picture of words')).toContainText(
    'What came is not a picture this browser can show.',
  )
  expect(await countStores(page)).toMatchObject({ originals: 0, thumbnails: 0 })
})

test('a picture that is cut short on its way is not kept', async ({ page }) => {
  await openEmpty(page)
  await page.route('**/api/images?*', async (route) => {
    const response = await route.fetch()
    const whole = await response.body()
    const headers = { 'content-type': 'image/png', 'content-length': String(whole.length) }
    await route.fulfill({ headers, body: whole.subarray(0, Math.ceil(whole.length / 2)) })
  })
  await generate(page, 'half a picture')
  await expect(tile(page, 'half a picture')).toContainText(
    'The connection broke before everything had arrived.',
  )
  expect(await countStores(page)).toMatchObject({ originals: 0, thumbnails: 0 })
})
