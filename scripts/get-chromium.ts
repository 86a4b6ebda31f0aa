import { spawnSync } from 'node:child_process'
import { findHeadlessChromium } from '../tests/chromium'

/**
 * Makes sure that a Chromium is there: Debian's without windows, since it is the quickest; else Playwright's, else
 * Debian's whole one.
 */
const isRoot = process.getuid?.() === 0
const isQuick = () => findHeadlessChromium()?.includes('headless-shell') === true

if (isRoot && !isQuick()) {
  run('apt-get', 'update', '-qq')
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell')
}
if (!findHeadlessChromium()) run('npx', 'playwright', 'install', 'chromium')
if (!findHeadlessChromium()) run('apt-get', 'install', '-y', '-qq', 'chromium')

const found = findHeadlessChromium()
if (!found) {
  console.error(
    'No Chromium could be found or installed: install one, or name it in CHROMIUM_PATH.',
  )
  process.exit(1)
}
console.log(`Chromium: ${found}`)

function run(command: string, ...args: string[]): void {
  console.log(`$ ${[command, ...args].join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, args, { stdio: 'inherit', env, timeout: 200_000 })
}
