import { spawnSync } from 'node:child_process'
import { findHeadlessChromium } from '../tests/chromium'
import { chromium, firefox } from '../tests/journey/drivers/puppeteer'
import { webkit } from '../tests/journey/drivers/webkit'

const isRoot = process.getuid?.() === 0
const isQuick = () => findHeadlessChromium()?.includes('headless-shell') === true

// Debian's Chromium without windows, since it is the quickest; else Playwright's, else Debian's whole one.
if (isRoot && !isQuick()) {
  run('apt-get', 'update', '-qq')
  install('chromium-headless-shell')
}
if (!findHeadlessChromium()) run('npx', 'playwright', 'install', 'chromium')
if (!findHeadlessChromium()) install('chromium')

// Without them their tests are skipped, and the last lines of the run say so.
if (isRoot && firefox.missing()) install('firefox-esr')
if (isRoot && webkit.missing())
  install('webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-webkit2-4.1')

for (const { name, missing } of [chromium, firefox, webkit])
  console.log(`${name}: ${missing() ?? 'there'}`)

if (!findHeadlessChromium()) {
  console.error(
    'No Chromium could be found or installed: install one, or name it in CHROMIUM_PATH.',
  )
  process.exit(1)
}

function install(...packages: string[]): void {
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages)
}

/** At most as long as the build beside it may take. */
function run(command: string, ...args: string[]): void {
  console.log(`$ ${[command, ...args].join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, args, { stdio: 'inherit', env, timeout: 200_000 })
}
