import { execFileSync } from 'node:child_process'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { seedGallery } from '../fixtures/browser/seed-gallery'
import { startColdPlayground } from '../fixtures/server/playground'
import { launchBrowser } from './browser'
import { firstPictureRow, measureFirstPicture } from './first-picture'
import { framesPerSecond, msPerKey, refillThumbnails, scrollThroughAll } from './gallery-probes'
import { newLimitPage } from './limit-page'
import type { Row } from './table'

type Figures = {
  fps: number
  searchMs: number
  typingMs: number
  heapMb: number
  seenHeapMb: number
  nodes: number
  memoryMb: number
  requests: number
}

const viewport = { width: 1440, height: 900 }

/** The gallery full of pictures, beside a bare page that shows the same ones. */
export async function measureGallery(counts: number[]): Promise<Row[]> {
  const playground = await startColdPlayground()
  try {
    const rows: Row[] = []
    for (const count of counts) rows.push(...(await compare(playground.url, count)))
    return rows
  } finally {
    await playground.stop()
  }
}

async function compare(url: string, count: number): Promise<Row[]> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport, baseURL: url })
    // What tsx compiles names its functions with this, in the page too.
    await context.addInitScript('globalThis.__name = (named) => named')
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    await seedGallery(page, count)
    await page.evaluate(refillThumbnails, 320)
    await page.close()
    const address = { ours: url, limit: `${url}/limit` }
    const firstPicture = await measureFirstPicture(context, address)
    const limit = await measure(browser, await newLimitPage(context), address.limit)
    const ours = await measure(browser, await context.newPage(), address.ours)
    return [firstPictureRow(count, firstPicture), ...rowsOf(count, ours, limit)]
  } finally {
    await browser.close()
  }
}

async function measure(browser: Browser, page: Page, url: string): Promise<Figures> {
  const client = await page.context().newCDPSession(page)
  let requests = 0
  page.on('request', (request) => {
    if (/^\/api\/(jobs|images)/.test(new URL(request.url()).pathname)) requests += 1
  })
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  const fps = await page.evaluate(framesPerSecond, 3000)
  // The first key in the form asks what is left of the budget: that is not the gallery's.
  const untilTyping = requests
  const typingMs = await msPerKey(
    page,
    page.getByRole('textbox', { name: /prompt/i }).first(),
    'fox',
  )
  await page.waitForLoadState('networkidle')
  requests = untilTyping
  const searchMs = await msPerKey(page, page.getByRole('searchbox').first(), 'harbour')
  const memory = await memoryOf(browser, client)
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  await page.getByRole('searchbox').first().fill('')
  await page.evaluate(scrollThroughAll)
  const { heapMb: seenHeapMb } = await memoryOf(browser, client)
  await page.close()
  return { fps, searchMs, typingMs, nodes, requests, seenHeapMb, ...memory }
}

async function memoryOf(browser: Browser, client: CDPSession) {
  await client.send('HeapProfiler.collectGarbage')
  const { usedSize } = await client.send('Runtime.getHeapUsage')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const ids = processInfo.map(({ id }) => String(id)).join(',')
  const sizes = execFileSync('ps', ['-o', 'rss=', '-p', ids], { encoding: 'utf8' })
  const kilobytes = sizes
    .trim()
    .split(/\s+/)
    .reduce((sum, size) => sum + Number(size), 0)
  return { heapMb: usedSize / 1e6, memoryMb: kilobytes / 1024 }
}

function rowsOf(count: number, ours: Figures, limit: Figures): Row[] {
  const at = count >= 10_000
  const row = (
    what: string,
    key: keyof Figures,
    unit: string,
    allowed?: number,
    atLeast?: boolean,
  ): Row => ({
    what: `gallery of ${count.toLocaleString('en')}: ${what}`,
    value: ours[key],
    unit,
    beside: [{ name: 'limit page', value: limit[key] }],
    ...(at && allowed !== undefined ? { limit: allowed, atLeast } : {}),
  })
  return [
    row('scrolling', 'fps', 'fps', 55, true),
    row('search, a key', 'searchMs', 'ms', 40),
    row('typing, a key', 'typingMs', 'ms', 40),
    row('heap', 'heapMb', 'MB', 25),
    // Pictures that were scrolled past do not stay in memory.
    row('heap, scrolled from top to end', 'seenHeapMb', 'MB', 1.2 * ours.heapMb),
    row('DOM nodes', 'nodes', '', 2000),
    row('browser, all of it', 'memoryMb', 'MB'),
    row('requests to the server', 'requests', '', 0),
  ]
}
