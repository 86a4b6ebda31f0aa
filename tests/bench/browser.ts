import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../chromium'

/**
 * In each new window Chromium loads a page of its own, the address bar's popup: half a second of one core.
 * Here it does not, so that a visit is measured as it is in a window that has long been open.
 */
const windowsOwnPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** Playwright switches this off too, and its list is replaced by this one. */
const held = ['PaintHolding']

export const quiet = `--disable-features=${[...held, ...windowsOwnPages].join(',')}`

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), args: [quiet] })
