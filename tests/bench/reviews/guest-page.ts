import type { Browser } from '@playwright/test'
import { firstLoad } from '../../fixtures/browser/first-load'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { startColdPlayground } from '../../fixtures/server/playground'
import { launchBrowser } from '../browser'
import { floorFolder } from '../floor'
import { percentile } from '../polling/replay'
import type { Row } from '../table'

const pictures = 12

type Figures = { lcpMs: number; shift: number }

/** A guest's page with twelve pictures over Lighthouse's slow line, beside the floor over the same one. */
export async function measureGuestPage(times: number): Promise<Row[]> {
  const floor = await startColdPlayground({}, floorFolder)
  const ours = await startColdPlayground()
  const browser = await launchBrowser()
  try {
    const own = await newReview(ours.url)
    for (let at = 0; at < pictures; at++) await own.add(await pictureWithMetadata(at, 'png', 1_024))
    const address = `${ours.url}/r/${own.secret}`
    const all: { ours: Figures[]; floor: Figures[] } = { ours: [], floor: [] }
    for (let time = 0; time < times; time++) {
      all.floor.push(await visit(browser, floor.url))
      all.ours.push(await visit(browser, address))
    }
    const lcp = (figures: Figures[]) =>
      percentile(
        figures.map(({ lcpMs }) => lcpMs),
        50,
      )
    const bytes = await bytesOf(browser, address)
    const row = (what: string, value: number, unit: string, beside?: number): Row => ({
      what: `a guest’s page of ${pictures} pictures: ${what}`,
      value,
      unit,
      beside: beside === undefined ? [] : [{ name: 'floor', value: beside }],
    })
    const floorBytes = await bytesOf(browser, floor.url)
    return [
      row('JavaScript', bytes.scripts / 1_000, 'KB gzip', floorBytes.scripts / 1_000),
      row('the page itself, headers too', bytes.page / 1_000, 'KB', floorBytes.page / 1_000),
      row('LCP on a slow line', lcp(all.ours), 'ms', lcp(all.floor)),
      { ...row('CLS', Math.max(...all.ours.map(({ shift }) => shift)), ''), limit: 0.01 },
    ]
  } finally {
    await browser.close()
    await Promise.all([floor.stop(), ours.stop()])
  }
}

async function bytesOf(browser: Browser, url: string) {
  const context = await browser.newContext()
  // Its events never end, and its network never rests.
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'EventSource'))
  const found = await firstLoad(await context.newPage(), url)
  await context.close()
  return found
}

/** On Lighthouse's phone: each request takes 562 ms more, at 1.4 Mbit a second and a fourth of the processor. */
async function visit(browser: Browser, url: string): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 562.5,
    downloadThroughput: 184_320,
    uploadThroughput: 84_375,
  })
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(observePaint)
  await page.goto(url, { waitUntil: 'load' })
  // All that is seen is drawn once no picture is missing.
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete))
  const figures = await page.evaluate(() => ({
    lcpMs: Number(Reflect.get(window, 'lcpMs')),
    shift: Number(Reflect.get(window, 'shift')),
  }))
  await context.close()
  return figures
}

/** Runs in the page: it may use nothing from outside. */
function observePaint() {
  Object.assign(window, { lcpMs: 0, shift: 0 })
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) Object.assign(window, { lcpMs: startTime })
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      Object.assign(window, {
        shift: Number(Reflect.get(window, 'shift')) + Number(Reflect.get(entry, 'value')),
      })
  }).observe({ type: 'layout-shift', buffered: true })
}
