import { chromium } from '@playwright/test'
import { findChromium } from '../chromium'
import { firstLoadLimit } from '../fixtures/budget'
import { firstLoad } from '../fixtures/first-load'
import type { Row } from './table'

/** What each page makes a first visitor fetch, beside the floor's one page. */
export async function measureFirstLoad(ours: string, floor: string): Promise<Row[]> {
  const browser = await chromium.launch({ executablePath: findChromium() })
  const read = async (url: string) => firstLoad(await browser.newPage(), url)
  try {
    const empty = await read(floor)
    const home = await read(ours)
    return [
      {
        what: 'first load of /: JavaScript',
        value: home.scripts / 1000,
        unit: 'KB gzip',
        floor: empty.scripts / 1000,
        limit: firstLoadLimit / 1000,
      },
      { what: 'first load of /: CSS', value: home.styles / 1000, unit: 'KB gzip' },
      { what: 'first load of /: fonts', value: home.fonts / 1000, unit: 'KB' },
      { what: 'first load of /: HTML', value: home.page / 1000, unit: 'KB gzip' },
    ]
  } finally {
    await browser.close()
  }
}
