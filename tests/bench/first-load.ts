import type { Browser } from '@playwright/test'
import { type FirstLoad, firstLoad } from '../fixtures/browser/first-load'
import { firstLoadLimit, fontsLimit, pageLimit } from '../fixtures/server/budget'
import { startColdPlayground } from '../fixtures/server/playground'
import { launchBrowser } from './browser'
import { floorFolder } from './floor'
import type { Row } from './table'

const paths = ['/', '/unlock', '/pass', '/admin']

/** What each page makes a first visitor fetch, beside the floor's one page. */
export async function measureFirstLoad(): Promise<Row[]> {
  const floor = await startColdPlayground({}, floorFolder)
  const ours = await startColdPlayground()
  const browser = await launchBrowser()
  try {
    const empty = await read(browser, floor.url)
    const rows: Row[] = []
    for (const path of paths)
      rows.push(...rowsOf(path, await read(browser, ours.url + path), empty))
    return rows
  } finally {
    await browser.close()
    await Promise.all([floor.stop(), ours.stop()])
  }
}

/** A context of its own: nothing is cached. */
async function read(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext()
  const found = await firstLoad(await context.newPage(), url)
  await context.close()
  return found
}

function rowsOf(path: string, found: FirstLoad, floor: FirstLoad): Row[] {
  const row = (name: string, part: keyof FirstLoad, unit: string, limit?: number): Row => ({
    what: `first load of ${path}: ${name}`,
    value: found[part] / 1000,
    unit,
    beside: floor[part] > 0 ? [{ name: 'floor', value: floor[part] / 1000 }] : [],
    ...(limit === undefined ? {} : { limit: limit / 1000 }),
  })
  const scripts = row('JavaScript', 'scripts', 'KB gzip', firstLoadLimit)
  if (path !== '/') return [scripts]
  return [
    scripts,
    row('CSS', 'styles', 'KB gzip'),
    row('fonts', 'fonts', 'KB', fontsLimit),
    row('the page itself, headers too', 'page', 'KB', pageLimit),
  ]
}
