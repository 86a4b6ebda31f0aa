import type { BrowserContext, Page } from '@playwright/test'
import { waitForHydration } from '../fixtures/browser/hydrated'
import { startColdPlayground } from '../fixtures/server/playground'
import { launchBrowser } from './browser'
import type { Row } from './table'

type Figures = { firstCoverMs: number; nodes: number }

/** The styles with their covers, from the click, beside a bare page that asks for the same and shows the same covers. */
export async function measureStyleBrowser(times: number): Promise<Row[]> {
  const playground = await startColdPlayground()
  const browser = await launchBrowser()
  try {
    const ours: Figures[] = []
    const bare: Figures[] = []
    for (let time = 0; time < times; time++) {
      // A new context each time: nothing of the styles is in its cache.
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      await context.addInitScript('globalThis.__name = (named) => named')
      const { figures, listAddress } = await openStyles(context, playground.url)
      ours.push(figures)
      await context.close()
      const other = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      await other.addInitScript('globalThis.__name = (named) => named')
      bare.push(await openBare(other, listAddress))
      await other.close()
    }
    return rowsOf(ours, bare)
  } finally {
    await browser.close()
    await playground.stop()
  }
}

async function openStyles(context: BrowserContext, url: string) {
  const page = await context.newPage()
  await page.goto(`${url}/?model=image/bfl/flux-1-dev`)
  await waitForHydration(page)
  const isList = (address: string) => new URL(address).pathname.endsWith('/api/styles')
  const asked = page.waitForRequest((request) => isList(request.url()))
  await page.getByText('More settings').first().click()
  const button = page.getByRole('button', { name: 'Browse styles' }).first()
  await button.scrollIntoViewIfNeeded()
  await page.evaluate(() =>
    addEventListener('click', () => performance.mark('clicked'), { once: true, capture: true }),
  )
  await button.click()
  const firstCoverMs = await untilCover(page, 'dialog article img')
  const nodes = await page.evaluate(() => document.querySelectorAll('dialog *').length)
  return { figures: { firstCoverMs, nodes }, listAddress: (await asked).url() }
}

/** A page with a button and no library. */
const barePage = (listAddress: string) => `<!doctype html>
<button>Styles</button><dialog open></dialog>
<script type="module">
document.querySelector('button').onclick = async () => {
  performance.mark('clicked')
  const { styles } = await (await fetch(${JSON.stringify(listAddress)})).json()
  for (const { imageUrl } of styles) {
    if (imageUrl === null) continue
    const image = document.createElement('img')
    image.src = imageUrl
    document.querySelector('dialog').append(image)
  }
}
</script>`

async function openBare(context: BrowserContext, listAddress: string): Promise<Figures> {
  await context.route('**/bare', (route) =>
    route.fulfill({ contentType: 'text/html', body: barePage(listAddress) }),
  )
  const page = await context.newPage()
  await page.goto(new URL('/bare', listAddress).href)
  await page.getByRole('button').click()
  const firstCoverMs = await untilCover(page, 'dialog img')
  const nodes = await page.evaluate(() => document.querySelectorAll('dialog *').length)
  return { firstCoverMs, nodes }
}

/** Ms from the click until a cover is drawn. */
const untilCover = (page: Page, covers: string): Promise<number> =>
  page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const images = document.querySelectorAll<HTMLImageElement>(selector)
          const [clicked] = performance.getEntriesByName('clicked')
          if (clicked && [...images].some((one) => one.complete && one.naturalWidth > 0))
            resolve(performance.now() - clicked.startTime)
          else requestAnimationFrame(look)
        }
        look()
      }),
    covers,
  )

function rowsOf(ours: Figures[], bare: Figures[]): Row[] {
  const row = (what: string, unit: string, of: (one: Figures) => number): Row => ({
    what: `style browser: ${what}`,
    value: Math.min(...ours.map(of)),
    unit,
    beside: [{ name: 'bare page', value: Math.min(...bare.map(of)) }],
  })
  return [
    row('click to the first cover', 'ms', ({ firstCoverMs }) => firstCoverMs),
    row('DOM nodes', '', ({ nodes }) => nodes),
  ]
}
