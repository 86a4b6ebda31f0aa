import { expect, type Page, type Request } from '@playwright/test'
import { jobAnswerSchema } from '@/lib/contract/jobs-schema'
import { test } from '../../fixtures/browser/hydrated-page'
import {
  answer,
  bytes,
  type FakeKrea,
  newJob,
  type Reply,
  startKrea,
} from '../../fixtures/krea/krea-server'
import { picture } from '../../fixtures/picture'
import { startPlayground } from '../../fixtures/server/playground'
import { generate } from '../actions'

const clicks = 13
const jobs = clicks * 8
/** How long each of Krea's jobs takes, in ms: from quick ones to some that are late. */
const durationOf = (index: number) => 4_000 + ((index * 37) % 100) * 120

/** Takes every job, and completes each in its own time. */
async function startTimedKrea(): Promise<FakeKrea> {
  const krea = await startKrea()
  const take: Reply = (response, seen) => {
    const job = krea.addJob({ ...newJob(), status: 'processing' })
    const done = () =>
      krea.addJob({
        ...job,
        status: 'completed',
        completed_at: new Date().toISOString(),
        result: { urls: [`${krea.url}/public/${job.job_id}.png`] },
      })
    setTimeout(done, durationOf(krea.jobs.size))
    answer(200, job)(response, seen)
  }
  krea.fault(/^POST \/generate/, take, Number.POSITIVE_INFINITY)
  const file = await picture()
  const png = bytes(file, { 'Content-Type': 'image/png' })
  krea.fault(/^GET \/public\//, png, Number.POSITIVE_INFINITY)
  return krea
}

/** When each record's tile first said that its picture is there, and first showed it; ms since 1970. */
function watchTiles(): void {
  const shown = new Map<string, { done: number; seen: number | null }>()
  Object.assign(window, { shown })
  setInterval(() => {
    for (const tile of document.querySelectorAll<HTMLElement>('article:has([data-picture])')) {
      const id = tile.dataset.tile ?? ''
      const image = tile.querySelector('img')
      const there = image?.complete && image.naturalWidth > 0
      const known = shown.get(id) ?? { done: Date.now(), seen: null }
      shown.set(id, { done: known.done, seen: known.seen ?? (there ? Date.now() : null) })
    }
  }, 50)
}

const readTiles = (page: Page): Promise<[string, { done: number; seen: number | null }][]> =>
  page.evaluate(() => [...Reflect.get(window, 'shown')])

const isRead = (request: Request) =>
  request.method() === 'GET' && /\/api\/jobs[/?]/.test(request.url())

/** The most that fell into any five seconds; all in ms. */
function mostInFiveSeconds(times: number[]): number {
  return Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + 5_000).length),
  )
}

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b)
const middle = (numbers: number[]) => sorted(numbers)[numbers.length >> 1] ?? Number.NaN

test('a hundred jobs at once: two reads a second from the page and of Krea, each end shown at once', async ({
  browser,
}, testInfo) => {
  test.setTimeout(180_000)
  const krea = await startTimedKrea()
  const playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    RATE_LIMIT_PER_MINUTE: '1000',
    LOG_LEVEL: 'error',
  })
  // Tall enough for every tile, and drawn coarsely: what is measured is not how fast this machine paints.
  const viewport = { width: 2_400, height: 6_000 }
  const page = await browser.newPage({ viewport, deviceScaleFactor: 0.2 })
  await page.addInitScript(() =>
    localStorage.setItem('krea-playground:live', JSON.stringify({ mostUnderWay: 100 })),
  )
  await page.addInitScript(watchTiles)
  const reads: number[] = []
  const jobOf = new Map<string, string>()
  page.on('request', (request) => {
    if (isRead(request)) reads.push(Date.now())
  })
  page.on('response', async (response) => {
    const key = response.request().headers()['idempotency-key']
    if (!key) return
    jobOf.set(key, jobAnswerSchema.parse(await response.json()).job.id)
  })
  await page.goto(playground.url)
  await page.getByRole('combobox', { name: 'Pictures a click' }).selectOption('8')
  await generate(page, 'one of a hundred')
  for (let click = 1; click < clicks; click++)
    await page.getByRole('button', { name: /^Generate/ }).click()
  await expect
    .poll(async () => (await readTiles(page)).filter(([, { seen }]) => seen !== null).length, {
      timeout: 120_000,
    })
    .toBe(jobs)

  const tiles = await readTiles(page)
  const after = (at: 'done' | 'seen') =>
    tiles.map(([id, times]) => {
      const completed = krea.jobs.get(jobOf.get(id) ?? '')?.completed_at
      return (times[at] ?? Number.NaN) - Date.parse(completed ?? '')
    })
  const told = after('done')
  const seen = after('seen')
  const upstream = krea.seen.filter(({ path }) => path.startsWith('/jobs')).map(({ at }) => at)
  testInfo.annotations.push({
    type: 'a hundred at once',
    description: [
      `end to tile: median ${middle(told)} ms, worst ${Math.max(...told)} ms`,
      `end to picture: median ${middle(seen)} ms, worst ${Math.max(...seen)} ms`,
      `reads in any 5 s: page ${mostInFiveSeconds(reads)}, Krea ${mostInFiveSeconds(upstream)}`,
      `reads in all: page ${reads.length}, Krea ${upstream.length}`,
    ].join('; '),
  })
  await page.close()
  await playground.stop()
  await krea.stop()

  expect(krea.count(/^POST \/generate/)).toBe(jobs)
  expect(mostInFiveSeconds(reads), 'reads of the page in any five seconds').toBeLessThanOrEqual(11)
  expect(mostInFiveSeconds(upstream), 'reads of Krea in any five seconds').toBeLessThanOrEqual(11)
  expect(middle(seen), 'from its end to the picture, median, in ms').toBeLessThanOrEqual(3_000)
  expect(Math.max(...seen), 'from its end to the picture, worst, in ms').toBeLessThanOrEqual(8_000)
})
