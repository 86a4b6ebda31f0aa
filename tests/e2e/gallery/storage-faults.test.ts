import type { Page } from '@playwright/test'
import { countStores, makeDatabase, readStore } from '../../fixtures/browser/gallery-store'
import { expect, test } from '../../fixtures/browser/page'
import { finished, generate, openEmpty } from '../actions'

test.beforeEach(() => test.slow())

const originals = async (page: Page) => (await countStores(page)).originals

async function makeTwoPictures(page: Page): Promise<void> {
  await openEmpty(page)
  await generate(page, 'the first')
  await generate(page, 'the second')
  await expect.poll(() => originals(page)).toBe(2)
}

test('while the browser asks a question about its storage, as Firefox does, every picture is saved', async ({
  page,
}) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persisted = async () => false
    StorageManager.prototype.persist = () => new Promise(() => undefined)
  })
  await makeTwoPictures(page)
})

test('where the database takes no blobs, as in a private window of Safari, pictures are saved all the same', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (value, ...key) {
      if (value instanceof Blob) throw new DOMException('no blobs here', 'UnknownError')
      return put.call(this, value, ...key)
    }
  })
  await makeTwoPictures(page)
  for (const { sha256, original } of await readStore(page)) expect(original).toBe(sha256)
  await page.reload()
  await expect(finished(page, 'the first').locator('..').getByRole('img')).toHaveAttribute(
    'src',
    /^blob:/,
  )
})

test('where the database does not answer, a message says so, and nothing is sent', async ({
  page,
}) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await page.clock.install()
  await openEmpty(page)
  await makeDatabase(page)
  await page.evaluate(keepDatabaseBusy)
  await generate(page, 'nobody could keep it')
  const silent = page.getByText('The storage of this browser does not answer. Nothing was sent')
  // The database is asked more than once, and each question has its own time.
  await expect(async () => {
    await page.clock.runFor(10_000)
    await expect(silent).toBeVisible({ timeout: 500 })
  }).toPass()
  expect(sent).toEqual([])
})

/** Runs in the page: a transaction that goes on asking for ever, so that no other begins. */
async function keepDatabaseBusy(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('krea-playground')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const store = database
    .transaction([...database.objectStoreNames], 'readwrite')
    .objectStore('records')
  const ask = () => {
    store.count().onsuccess = ask
  }
  ask()
}
