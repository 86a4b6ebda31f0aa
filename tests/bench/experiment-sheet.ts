import type { BrowserContext, Page } from '@playwright/test'
import { idempotencyKey } from '@/lib/experiment/cell-key'
import { readDefinition } from '@/lib/experiment/definition'
import { expand } from '@/lib/experiment/expand'
import { seedGallery } from '../fixtures/browser/seed-gallery'
import { startColdPlayground } from '../fixtures/server/playground'
import { allModels } from '../unit/experiment/random-definition'
import { launchBrowser } from './browser'
import { refillThumbnails } from './gallery-probes'
import type { Row } from './table'

const experimentId = '0199a000-0000-7000-8000-000000000017'
const count = 1_000
const viewport = { width: 1440, height: 900 }

type Figures = { openMs: number; nodes: number; fps: number }

/** An experiment of 1,000 cells, all made, beside the gallery with the same 1,000 pictures. */
export async function measureExperimentSheet(times: number): Promise<Row[]> {
  const playground = await startColdPlayground()
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport, baseURL: playground.url })
    // What tsx compiles names its functions with this, in the page too.
    await context.addInitScript('globalThis.__name = (named) => named')
    await fill(context, playground.url)
    const gallery: Figures[] = []
    const sheet: Figures[] = []
    const address = `${playground.url}/?experiment=${experimentId}`
    for (let time = 0; time < times; time++) {
      gallery.push(await measure(context, playground.url, '[aria-label="Gallery"]'))
      sheet.push(await measure(context, address, '[role=grid]'))
    }
    return rowsOf(sheet, gallery)
  } finally {
    await browser.close()
    await playground.stop()
  }
}

/** Each of 1,000 seeded records becomes that of a cell. */
async function fill(context: BrowserContext, url: string): Promise<void> {
  const read = readDefinition({
    format: 'krea-playground/experiment@1',
    id: experimentId,
    name: 'A thousand foxes',
    model: 'image/bfl/flux-1-dev',
    input: { prompt: 'a fox in the {{place}}' },
    variables: { place: 'snow' },
    axes: [
      axis('Place', (place) => ({ variables: { place: `place ${place}` } })),
      axis('Steps', (steps) => ({ input: { steps: steps + 10 } })),
    ],
    seeds: Array.from({ length: 10 }, (_, seed) => seed + 1),
  })
  if ('problem' in read) throw new Error(read.problem)
  const { cells } = expand(read.definition, allModels)
  if (cells.length !== count) throw new Error(`there are ${cells.length} cells`)
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'networkidle' })
  await seedGallery(page, count)
  await page.evaluate(refillThumbnails, 320)
  await page.evaluate(assignCells, {
    id: experimentId,
    definition: JSON.stringify(read.definition),
    cells: cells.map(({ key }) => ({ cell: key, recordId: idempotencyKey(experimentId, key) })),
  })
  await page.close()
}

const axis = (name: string, set: (index: number) => object) => ({
  name,
  values: Array.from({ length: 10 }, (_, index) => ({
    label: `${name} ${index}`,
    set: set(index),
  })),
})

type Assignment = { id: string; definition: string; cells: { cell: string; recordId: string }[] }

/** Runs in the page: it may use nothing from outside. */
async function assignCells({ id, definition, cells }: Assignment): Promise<void> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await result(indexedDB.open('krea-playground'))
  const names = ['records', 'entries', 'thumbnails', 'experiments']
  const transaction = database.transaction(names, 'readwrite')
  const store = (name: string) => transaction.objectStore(name)
  const keys = await result(store('records').getAllKeys())
  for (const [index, key] of keys.entries()) {
    const { cell, recordId } = cells[index] ?? { cell: '', recordId: '' }
    const [record, entry, thumbnail] = await Promise.all([
      result(store('records').get(key)),
      result(store('entries').get(key)),
      result(store('thumbnails').get(key)),
    ])
    for (const name of ['records', 'entries', 'thumbnails']) store(name).delete(key)
    store('records').put({ ...record, id: recordId, experiment: { id, cell } })
    store('entries').put({ ...entry, id: recordId, experiment: id })
    store('thumbnails').put(thumbnail, recordId)
  }
  const verdicts = { cells: {}, pairs: [] }
  store('experiments').put({
    id,
    createdAt: Date.now(),
    definition: JSON.parse(definition),
    verdicts,
  })
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve
    transaction.onabort = reject
  })
  database.close()
}

async function measure(context: BrowserContext, url: string, place: string): Promise<Figures> {
  const page = await context.newPage()
  await page.goto(url)
  const openMs = await untilPicture(page, place)
  await page.waitForLoadState('networkidle')
  const fps = await page.evaluate(framesWhileScrolling, place)
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  await page.close()
  return { openMs, nodes, fps }
}

/** Ms from navigation until a picture inside is drawn. */
const untilPicture = (page: Page, place: string): Promise<number> =>
  page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const images = document.querySelectorAll<HTMLImageElement>(`${selector} img`)
          if ([...images].some((one) => one.complete && one.naturalWidth > 0))
            resolve(performance.now())
          else requestAnimationFrame(look)
        }
        look()
      }),
    place,
  )

/** Runs in the page. Frames a second while what scrolls there moves by 2,400 px a second, for 3 s. */
function framesWhileScrolling(place: string): Promise<number> {
  const element = document.querySelector(place)
  const scrolls = element && element.scrollHeight > element.clientHeight + 1 ? element : null
  return new Promise((resolve) => {
    const started = performance.now()
    let count = 0
    const step = (now: number) => {
      count += 1
      const target = scrolls ?? window
      target.scrollTo(0, (now - started) * 2.4)
      if (now - started < 3_000) requestAnimationFrame(step)
      else resolve((count - 1) / ((now - started) / 1000))
    }
    requestAnimationFrame(step)
  })
}

function rowsOf(sheet: Figures[], gallery: Figures[]): Row[] {
  const best = (of: (one: Figures) => number, pick: (...all: number[]) => number) => ({
    ours: pick(...sheet.map(of)),
    floor: pick(...gallery.map(of)),
  })
  const row = (what: string, unit: string, { ours, floor }: ReturnType<typeof best>): Row => ({
    what: `experiment of 1,000 cells: ${what}`,
    value: ours,
    unit,
    beside: [{ name: 'gallery of 1,000', value: floor }],
  })
  const open = best(({ openMs }) => openMs, Math.min)
  return [
    { ...row('first picture', 'ms', open), limit: open.floor * 1.5 },
    row(
      'DOM nodes',
      '',
      best(({ nodes }) => nodes, Math.max),
    ),
    {
      ...row(
        'scrolling',
        'fps',
        best(({ fps }) => fps, Math.max),
      ),
      limit: 55,
      atLeast: true,
    },
  ]
}
