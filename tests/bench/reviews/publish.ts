import { share } from '../../e2e/reviews/share'
import { openSeeded } from '../../fixtures/browser/seed-gallery'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { startColdPlayground } from '../../fixtures/server/playground'
import { launchBrowser } from '../browser'
import type { Row } from '../table'

const count = 100

/** A hundred pictures shared by the dialog, beside a script that sends as many one by one. */
export async function measurePublish(): Promise<Row[]> {
  const playground = await startColdPlayground({ RATE_LIMIT_PER_MINUTE: '1000' })
  const browser = await launchBrowser()
  try {
    const own = await newReview(playground.url)
    // The first picture loads the image library.
    await own.add(await pictureWithMetadata(count))
    const all = await Promise.all(Array.from({ length: count }, (_, at) => pictureWithMetadata(at)))
    const bare = await secondsOf(async () => {
      for (const bytes of all) await own.add(bytes)
    })
    const page = await browser.newPage({ baseURL: playground.url })
    await openSeeded(page, count)
    const value = await secondsOf(async () => {
      await share(page, count, { title: 'A hundred' })
    })
    return [
      {
        what: `sharing ${count} pictures, from the first key to the last picture`,
        value,
        unit: 's',
        beside: [{ name: 'a script that sends as many', value: bare }],
      },
    ]
  } finally {
    await browser.close()
    await playground.stop()
  }
}

async function secondsOf(act: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await act()
  return (performance.now() - started) / 1_000
}
