import type { BrowserContext, Page } from '@playwright/test'
import { untilFirstPicture } from './gallery-probes'
import { newLimitPage } from './limit-page'
import { percentile } from './polling/replay'
import type { Row } from './table'

type Address = { ours: string; limit: string }
type FirstPicture = { oursMs: number; limitMs: number }

const visits = 5
/** Ours may take so many times as long as the limit page. */
const maxRatio = 2.2

/**
 * Ms from navigation to the first picture, ours and the limit page in turns: medians. Whoever has pictures was here
 * before, so a first visit of each does not count.
 */
export async function measureFirstPicture(
  context: BrowserContext,
  address: Address,
): Promise<FirstPicture> {
  const oursMs: number[] = []
  const limitMs: number[] = []
  for (let visit = 0; visit <= visits; visit++) {
    limitMs.push(await visitOnce(await newLimitPage(context), address.limit))
    oursMs.push(await visitOnce(await context.newPage(), address.ours))
  }
  return { oursMs: percentile(oursMs.slice(1), 50), limitMs: percentile(limitMs.slice(1), 50) }
}

async function visitOnce(page: Page, url: string): Promise<number> {
  await page.goto(url)
  const ms = await page.evaluate(untilFirstPicture)
  await page.waitForLoadState('networkidle')
  await page.close()
  return ms
}

export const firstPictureRow = (count: number, { oursMs, limitMs }: FirstPicture): Row => ({
  what: `gallery of ${count.toLocaleString('en')}: first picture`,
  value: oursMs,
  unit: 'ms',
  beside: [{ name: 'limit page', value: limitMs }],
  ...(count >= 10_000 ? { limit: maxRatio * limitMs } : {}),
})
