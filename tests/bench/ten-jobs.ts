import { expect } from '@playwright/test'
import { waitForHydration } from '../fixtures/browser/hydrated'
import {
  readWatchedPictures,
  type WatchedPicture,
  watchPictures,
} from '../fixtures/browser/pictures-on-the-way'
import { startColdPlayground } from '../fixtures/server/playground'
import { launchBrowser } from './browser'
import { percentile } from './polling/replay'
import type { Row } from './table'

const jobs = 10

/** Ten jobs of the sandbox at its own speed, in a real browser: which pictures on the way are seen, and how soon. */
export async function measureTenJobs(): Promise<Row[]> {
  const playground = await startColdPlayground({
    SANDBOX_SPEED: '1',
    RATE_LIMIT_PER_MINUTE: '1000',
  })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 2_000 } })
    // What tsx compiles names its functions with this, in the page too.
    await page.addInitScript('globalThis.__name = (named) => named')
    await page.addInitScript(watchPictures)
    await page.goto(`${playground.url}/?model=image/bfl/flux-1-dev`)
    await waitForHydration(page)
    for (let job = 0; job < jobs; job++) {
      await page
        .getByRole('textbox', { name: 'Prompt', exact: true })
        .fill(`a lighthouse, view ${job}`)
      await page.getByRole('button', { name: /^Generate/ }).click()
    }
    await expect(page.getByRole('button', { name: /^Open: a lighthouse/ })).toHaveCount(jobs, {
      timeout: 120_000,
    })
    await expect(page.getByText('Saving', { exact: true })).toHaveCount(0, { timeout: 30_000 })
    return rowsOf(await readWatchedPictures(page))
  } finally {
    await browser.close()
    await playground.stop()
  }
}

function rowsOf(pictures: WatchedPicture[]): Row[] {
  const onTheWay = pictures.filter(({ step }) => step !== null)
  const finals = pictures.filter(({ step }) => step === null)
  const share = (of: (one: WatchedPicture) => boolean) =>
    (100 * onTheWay.filter(of).length) / onTheWay.length
  const p90 = (delays: (number | null)[]) =>
    percentile(
      delays.filter((one) => one !== null),
      90,
    )
  const row = (what: string, value: number, unit: string): Row => ({
    what: `ten jobs at the sandbox’s own speed: ${what}`,
    value,
    unit,
  })
  return [
    row(
      `of ${onTheWay.length} pictures on the way, shown`,
      share(({ shownDelay }) => shownDelay !== null),
      '%',
    ),
    row(
      '… kept',
      share(({ isKept }) => isKept),
      '%',
    ),
    {
      ...row('known after, 90 of 100', p90(onTheWay.map((one) => one.seenDelay)), 'ms'),
      limit: 1_000,
    },
    row('shown after, 90 of 100', p90(onTheWay.map((one) => one.shownDelay)), 'ms'),
    row('final pictures shown after, 90 of 100', p90(finals.map((one) => one.shownDelay)), 'ms'),
  ]
}
