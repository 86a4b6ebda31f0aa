import { median } from '@/lib/record/run-times'
import { type HundredJobs, runHundredJobs } from '../fixtures/browser/hundred-jobs'
import { launchBrowser } from './browser'
import type { Row } from './table'

/** A hundred jobs at once: how long after its end at Krea each picture is shown, and what it takes to know. */
export async function measureHundredJobs(): Promise<Row[]> {
  const browser = await launchBrowser()
  try {
    return rowsOf(await runHundredJobs(browser))
  } finally {
    await browser.close()
  }
}

function rowsOf({ jobs, pageReads, kreaReads }: HundredJobs): Row[] {
  const untilDone = jobs.map(({ completedAt, doneAt }) => doneAt - completedAt)
  const untilShown = jobs.map(({ completedAt, shownAt }) => shownAt - completedAt)
  const row = (what: string, value: number, unit: string, limit?: number): Row => ({
    what: `a hundred jobs at once: ${what}`,
    value,
    unit,
    ...(limit === undefined ? {} : { limit }),
  })
  return [
    row('end to tile, median', median(untilDone), 'ms'),
    row('end to picture, median', median(untilShown), 'ms', 3_000),
    row('end to picture, worst', Math.max(...untilShown), 'ms', 8_000),
    row('reads by the page in any 5 s', maxInFiveSeconds(pageReads.map(({ at }) => at)), '', 11),
    row('reads of Krea in any 5 s', maxInFiveSeconds(kreaReads), '', 11),
  ]
}

/** Of times in ms, how many fell into the busiest five seconds. */
function maxInFiveSeconds(times: number[]): number {
  return Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + 5_000).length),
  )
}
