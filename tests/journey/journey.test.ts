import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import type { StoredRecord } from '../fixtures/browser/gallery-store'
import { newFolder } from '../fixtures/server/data-folder'
import { startHoldingProxy } from '../fixtures/server/holding-proxy'
import { type Playground, startPlayground } from '../fixtures/server/playground'
import type { Driver, RunningBrowser, Tab } from './drivers/driver'
import { chromium, firefox } from './drivers/puppeteer'
import { webkit } from './drivers/webkit'
import { click, generate, openPage, store, tiles, waitFor, waitForSaved, waitForText } from './hand'

const drivers = [chromium, firefox, webkit]

/** What each browser wrote: later tests of this file read it in each. */
type Backup = { path: string; records: StoredRecord[] }

/** Lasts as long as the run: a test that fails ends its worker, and a second attempt reads what was written before. */
const backupFolder = () => join(test.info().project.outputDir, 'backups')
const writtenBackups = (): Backup[] =>
  drivers.flatMap(({ name }) => {
    const path = join(backupFolder(), `${name}.zip`)
    if (!existsSync(path)) return []
    return { path, records: JSON.parse(readFileSync(`${path}.json`, 'utf8')) }
  })

let playground: Playground
let line: Awaited<ReturnType<typeof startHoldingProxy>>
const running: RunningBrowser[] = []

test.describe.configure({ mode: 'default', timeout: 600_000 })

test.beforeAll(async () => {
  playground = await startPlayground({ SANDBOX_SPEED: '3', RATE_LIMIT_PER_MINUTE: '1000' })
  line = await startHoldingProxy(playground.url)
})

test.afterEach(async () => {
  for (const browser of running.splice(0)) await browser.close()
})

test.afterAll(async () => {
  await line.stop()
  await playground.stop()
})

async function start(driver: Driver, isPrivate = false) {
  const missing = driver.missing()
  test.skip(missing !== null, missing ?? '')
  const folder = newFolder()
  const [profile, downloads] = [join(folder, 'profile'), join(folder, 'downloads')]
  for (const path of [profile, downloads]) mkdirSync(path, { recursive: true })
  const size = { width: 1280, height: 900 }
  const browser = await driver
    .launch({ profile, downloads, isPrivate, size })
    .catch((error: unknown) => notStarted(error))
  running.push(browser)
  return { browser, downloads, tab: await browser.newTab() }
}

/** A browser that cannot run on this machine is none. The last lines of the run say so. */
function notStarted(error: unknown): never {
  test.skip(true, `it did not start: ${String(error).split('\n')[0]}`)
  throw error
}

/** The zip, once all of it is on the disk: until then there is another file, or an empty one. */
async function downloaded(folder: string): Promise<string> {
  const sizes = () =>
    readdirSync(folder).map((name) => [
      name.endsWith('.zip'),
      statSync(join(folder, name)).size > 0,
    ])
  await expect.poll(sizes).toEqual([[true, true]])
  return join(folder, readdirSync(folder)[0] ?? '')
}

for (const driver of drivers) {
  test(`${driver.name}: pictures are made, kept over a reload, copied, deleted, brought back, backed up and uploaded`, async () => {
    const { tab, downloads } = await start(driver)
    await openPage(tab, line.url)

    await test.step('an intermediate picture shows, then the first picture is kept', async () => {
      await generate(tab, 'a red fox')
      await waitFor(tab, () => document.querySelector('article img') !== null)
      await waitForSaved(tab, 1)
    })
    await test.step('a reload before the answer to the request costs nothing', async () => {
      const release = line.hold('POST /api/jobs')
      await generate(tab, 'a blue whale', 2)
      await waitFor(tab, () => document.querySelectorAll('article').length === 3)
      await openPage(tab, line.url)
      release()
      await waitForSaved(tab, 3)
    })
    await test.step('nine more are kept, though the page is reloaded and the question of the browser stays open', async () => {
      await generate(tab, 'a green frog', 8)
      await generate(tab, 'a yellow bird')
      await expect.poll(async () => (await store(tab)).length).toBe(12)
      await openPage(tab, line.url)
      await waitForSaved(tab, 12)
    })
    await test.step('the first click copies a link', async () => {
      await click(tab, 'article button', 'Open: a red fox')
      await click(tab, 'button', 'Copy link')
      await waitForText(tab, 'Link to these settings copied.')
    })
    await test.step('a deleted picture comes back', async () => {
      await click(tab, 'button', 'Delete')
      await waitForText(tab, 'Deleted.')
      await tab.press('Escape')
      await click(tab, 'button', 'Undo')
      await openPage(tab, line.url)
      await waitForSaved(tab, 12)
    })
    await test.step('everything is written to one file', async () => {
      await openStorage(tab)
      await click(tab, 'button', 'Back up everything')
      await waitForText(tab, '12 records in')
      const path = join(backupFolder(), `${driver.name}.zip`)
      mkdirSync(backupFolder(), { recursive: true })
      copyFileSync(await downloaded(downloads), path)
      await writeFile(`${path}.json`, JSON.stringify(await store(tab)))
    })
    await test.step('a large picture with transparency is uploaded', async () => {
      const file = join(newFolder(), 'transparent.png')
      await writeFile(file, await transparentPicture())
      await openPage(tab, `${line.url}/?model=image/bytedance/seededit&prompt=more`)
      await waitFor(tab, () => document.querySelector('input[type=file]') !== null)
      await tab.chooseFile('input[type=file]', file)
      await waitFor(tab, () => document.querySelector('[aria-label="Remove Image"]') !== null)
    })
  })
}

// All other browser tests run in private windows of Chromium.
for (const driver of [firefox, webkit]) {
  test(`${driver.name}: a private window keeps its pictures while it is open`, async () => {
    const { tab } = await start(driver, true)
    await openPage(tab, line.url)
    await generate(tab, 'the first in private')
    await waitForSaved(tab, 1)
    await generate(tab, 'the second in private')
    await waitForSaved(tab, 2)
    await openPage(tab, line.url)
    await expect.poll(() => tiles(tab)).toEqual({ all: 2, shown: 2 })
  })
}

for (const driver of drivers.filter(({ hidesTabs }) => hidesTabs)) {
  test(`${driver.name}: of two tabs, the one in front follows the job, and both show its picture`, async () => {
    const { browser, tab } = await start(driver)
    await openPage(tab, line.url)
    const front = await browser.newTab()
    await openPage(front, line.url)
    // Both follow jobs from the first one on, and agree which of them is in front.
    await generate(front, 'for one tab')
    await waitForSaved(front, 1)
    await waitFor(front, leads)
    await generate(front, 'for two tabs')
    const records = await waitForSaved(front, 2)
    const jobId = records.find(({ prompt }) => prompt === 'for two tabs')?.jobId ?? ''
    expect(await front.evaluate(readsJob, jobId)).toBe(true)
    expect(await tab.evaluate(readsJob, jobId)).toBe(false)
    for (const one of [front, tab])
      await waitFor(one, () => document.querySelector('article') !== null)
  })
}

for (const driver of drivers) {
  test(`${driver.name}: the backups of all browsers come back as they were, and a deleted store is made again`, async () => {
    const { tab } = await start(driver)
    const backups = writtenBackups()
    expect(backups.map(({ path }) => basename(path, '.zip'))).toContain(driver.name)
    await openPage(tab, line.url)
    await generate(tab, 'the first here')
    await waitForSaved(tab, 1)
    await openStorage(tab)
    for (const { path, records } of backups) {
      await tab.chooseFile('input[accept=".zip"]', path)
      await waitForText(tab, `${records.length} restored.`)
    }
    await openPage(tab, line.url)
    const restored = new Map((await store(tab)).map((record) => [record.id, record]))
    for (const { records } of backups)
      for (const record of records) expect(restored.get(record.id)).toEqual(record)
    const { all, shown } = await tiles(tab)
    expect(shown).toBe(all)
    await test.step('a store that is deleted under the page is made again by the next picture', async () => {
      await tab.evaluate(deleteStore)
      await generate(tab, 'after')
      const [record] = await waitForSaved(tab, 1)
      expect(record?.prompt).toBe('after')
    })
  })
}

async function openStorage(tab: Tab): Promise<void> {
  await click(tab, 'button', 'More')
  await click(tab, '#gallery-menu button', 'Storage and backup')
  await waitForText(tab, 'Back up everything')
}

/** Runs in the page: whether this tab reads and saves for all tabs. */
async function leads(): Promise<boolean> {
  const held = async (name: string) =>
    (await navigator.locks.query()).held?.find((lock) => lock.name === name)?.clientId
  const own = await navigator.locks.request('own', () => held('own'))
  return own === (await held('krea-playground:leader'))
}

/** Runs in the page. */
const readsJob = (id: string) =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(`/api/jobs/${id}`))

/** Runs in the page. */
function deleteStore(): Promise<null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('krea-playground')
    request.onsuccess = () => resolve(null)
    request.onerror = () => reject(request.error)
  })
}

/** Over 4 MB, so that it must be made smaller. */
async function transparentPicture(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 }
  const image = sharp({
    create: { width: 1400, height: 1400, channels: 3, background: '#888', noise },
  })
  return image.ensureAlpha(0.5).png({ compressionLevel: 1 }).toBuffer()
}
