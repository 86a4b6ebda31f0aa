import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Playwright switches these off too; its list is replaced by ours. */
const offByPlaywright = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** In each new window Chromium loads these pages of its own: up to half a second of one core. */
const addressBarPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

export const chromiumArgs = [
  `--disable-features=${[...offByPlaywright, ...addressBarPages].join(',')}`,
]

/** The browser the tests drive: the one named, Playwright's own, or the system's; else `undefined`. */
export function findChromium(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter)
  const system = names.flatMap((name) => onPath.map((folder) => join(folder, name)))
  const named = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : []
  return [...named, chromium.executablePath(), ...system, ...macApps].find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
