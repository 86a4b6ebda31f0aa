import { spawnSync } from 'node:child_process'
import { findChromium } from '../tests/chromium'
import { chromium, firefox } from '../tests/journey/drivers/puppeteer'
import { webkit } from '../tests/journey/drivers/webkit'

let maxMs = 300_000

const install = (...packages: string[]) => [
  'apt-get',
  'install',
  '-y',
  '-qq',
  '--no-install-recommends',
  ...packages,
]
const update = ['apt-get', 'update', '-qq']

function tryUntilFound(missing: () => string | null, ways: string[][]): void {
  for (const [command = '', ...args] of ways) {
    const reason = missing()
    if (reason === null) return
    console.log(`${reason}: ${[command, ...args].join(' ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync(command, args, { stdio: 'inherit', env, timeout: maxMs })
  }
}

// Playwright's own if it can be had, else the system's package.
tryUntilFound(chromium.missing, [
  ['npx', 'playwright', 'install', 'chromium'],
  update,
  install('chromium'),
])
// Without them, their tests are skipped, and the last lines say so.
if (process.getuid?.() === 0) {
  // The build takes about as long.
  maxMs = 120_000
  tryUntilFound(firefox.missing, [update, install('firefox-esr')])
  tryUntilFound(webkit.missing, [
    install('webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-webkit2-4.1'),
  ])
}

for (const { name, missing } of [chromium, firefox, webkit])
  console.log(`${name}: ${missing() ?? 'there'}`)

if (!findChromium()) {
  console.error(
    'No Chromium could be found or installed: install one, or name it in CHROMIUM_PATH.',
  )
  process.exit(1)
}
