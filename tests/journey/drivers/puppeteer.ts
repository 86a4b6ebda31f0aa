import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core'
import { chromiumArgs, findHeadlessChromium } from '../../chromium'
import type { Driver, LaunchOptions, RunningBrowser, Tab } from './driver'
import { findProgram } from './find-program'

/** Chromium over its own protocol. */
export const chromium: Driver = {
  name: 'Chromium',
  hidesTabs: false,
  missing: () => (findHeadlessChromium() ? null : 'no Chromium on this machine'),
  async launch({ profile, downloads, isPrivate, size }) {
    const browser = await puppeteer.launch({
      executablePath: findHeadlessChromium(),
      headless: 'shell',
      userDataDir: profile,
      args: [...chromiumArgs, '--no-sandbox'],
      defaultViewport: size,
      timeout: 90_000,
      downloadBehavior: { policy: 'allow', downloadPath: downloads },
    })
    const context = isPrivate
      ? await browser.createBrowserContext()
      : browser.defaultBrowserContext()
    return running(browser, context)
  },
}

const findFirefox = () => findProgram('FIREFOX_PATH', ['firefox', 'firefox-esr'])

/** Firefox over WebDriver BiDi. */
export const firefox: Driver = {
  name: 'Firefox',
  hidesTabs: true,
  missing: () => (findFirefox() ? null : 'no Firefox on this machine'),
  async launch({ profile, downloads, isPrivate, size }: LaunchOptions) {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox(),
      userDataDir: profile,
      env: { ...process.env, HOME: join(profile, '..') },
      defaultViewport: size,
      timeout: 90_000,
      extraPrefsFirefox: {
        'browser.privatebrowsing.autostart': isPrivate,
        'browser.download.dir': downloads,
        'browser.download.folderList': 2,
        'browser.download.useDownloadDir': true,
      },
    })
    return running(browser, browser.defaultBrowserContext())
  },
}

function running(browser: Browser, context: BrowserContext): RunningBrowser {
  return {
    async newTab() {
      const page = await context.newPage()
      // Only Chromium has it, and only for people.
      await page.evaluateOnNewDocument(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
      return tabOf(page)
    },
    close: () => browser.close(),
  }
}

function tabOf(page: Page): Tab {
  return {
    open: async (url) => void (await page.goto(url, { timeout: 60_000 })),
    evaluate: (work, ...args) => run(page, work, args),
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    async selectAll() {
      await page.keyboard.down('Control')
      await page.keyboard.press('a')
      await page.keyboard.up('Control')
    },
    async chooseFile(selector, path) {
      const input = await page.$(selector)
      const file = await input?.toElement('input')
      await file?.uploadFile(path)
    },
    screenshot: async (path) => writeFile(path, await page.screenshot()),
  }
}

async function run<Args extends unknown[], T>(
  page: Page,
  work: (...args: Args) => T | Promise<T>,
  args: Args,
): Promise<T> {
  const call = `(${work})(...${JSON.stringify(args)})`
  const result = await page.evaluate(`(async () => JSON.stringify({ value: await ${call} }))()`)
  const { value } = JSON.parse(String(result))
  return value
}
