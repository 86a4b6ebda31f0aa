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

/** The Chromium named, Playwright's own, or the system's; else `undefined`. */
export function findChromium(): string | undefined {
  return [...named(), chromium.executablePath(), ...onPath(names), ...macApps].find(isExecutable)
}

/**
 * The browser the tests drive. Chromium without windows of its own runs them in two thirds of the time; Debian
 * has it as a package.
 */
export function findHeadlessChromium(): string | undefined {
  return [...named(), ...onPath(['chromium-headless-shell'])].find(isExecutable) ?? findChromium()
}

const named = () => (process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : [])

function onPath(files: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return files.flatMap((file) => folders.map((folder) => join(folder, file)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
