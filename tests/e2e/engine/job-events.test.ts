import type { BrowserContext, Page } from '@playwright/test'
import { readStore } from '../../fixtures/browser/gallery-store'
import { expect, test } from '../../fixtures/browser/page'
import { generate } from '../actions'

/** Starts several jobs and holds what their pages read of them, so that all end in one moment: that of `release`. */
async function jobsThatEndTogether(page: Page, context: BrowserContext, count: number) {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await context.route(/\/api\/jobs[/?]/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Number of pictures' }).selectOption(String(count))
  await generate(page, 'they end together')
  const jobIds = async () => (await readStore(page)).flatMap(({ jobId }) => jobId ?? [])
  await expect.poll(async () => (await jobIds()).length).toBe(count)
  const path = `/api/jobs?ids=${(await jobIds()).join()}`
  const answer = async () => (await page.request.get(path)).text()
  await expect.poll(answer).not.toContain('"pending"')
  return { release }
}

test('of four pictures that end in one moment, each is announced', async ({ page, context }) => {
  const { release } = await jobsThatEndTogether(page, context, 4)
  release()
  const log = page.getByRole('log', { name: 'Jobs' })
  await expect(log.getByText('Done: they end together')).toHaveCount(4)
})

/** Runs in the page, before its own code: the headless browser grants no notifications, and no sound to a tab unused. */
function standInForNotifications() {
  const shown: string[] = []
  const tones: number[] = []
  class StandIn {
    static permission = 'granted'
    constructor(title: string, { body }: { body: string }) {
      shown.push(`${title}: ${body}`)
    }
  }
  Object.assign(window, { shown, tones, Notification: StandIn })
  AudioContext.prototype.resume = async () => undefined
  OscillatorNode.prototype.start = function () {
    tones.push(this.frequency.value)
  }
  OscillatorNode.prototype.stop = () => undefined
  localStorage.setItem('krea-playground:live', JSON.stringify({ notify: true, sound: true }))
}

const hide = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
    document.dispatchEvent(new Event('visibilitychange'))
  })

const shownIn = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'shown'))
const tonesIn = (page: Page): Promise<number[]> => page.evaluate(() => Reflect.get(window, 'tones'))

test('jobs that end while nobody looks count in each tab, and one tab notifies of all, with one sound', async ({
  page,
  context,
}) => {
  await context.addInitScript(standInForNotifications)
  const { release } = await jobsThatEndTogether(page, context, 3)
  const other = await context.newPage()
  await other.goto('/')
  await expect(other.getByRole('article')).toHaveCount(3)
  const tabs = [page, other]
  await Promise.all(tabs.map(hide))
  release()
  for (const tab of tabs) await expect(tab).toHaveTitle('(3) Krea Playground')
  const reports = () =>
    Promise.all(tabs.map(async (tab) => [(await shownIn(tab)).at(-1), await tonesIn(tab)]))
  await expect.poll(reports).toEqual(
    expect.arrayContaining([
      ['3 pictures are ready: they end together', [659, 880]],
      [undefined, []],
    ]),
  )
})
