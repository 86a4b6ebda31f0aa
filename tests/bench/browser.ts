import { type Browser, chromium } from '@playwright/test'
import { chromiumArgs, findChromium } from '../chromium'

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
