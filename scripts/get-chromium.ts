import { spawnSync } from 'node:child_process'
import { findChromium } from '../tests/chromium'

/** Makes sure that a Chromium is there: Playwright's if it can be had, else the system's package. */
const ways = [
  ['npx', 'playwright', 'install', 'chromium'],
  ['apt-get', 'update', '-qq'],
  ['apt-get', 'install', '-y', '-qq', 'chromium'],
]

for (const [command = '', ...args] of ways) {
  if (findChromium()) break
  console.log(`No Chromium yet: ${[command, ...args].join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, args, { stdio: 'inherit', env, timeout: 300_000 })
}

const found = findChromium()
if (!found) {
  console.error(
    'No Chromium could be found or installed: install one, or name it in CHROMIUM_PATH.',
  )
  process.exit(1)
}
console.log(`Chromium: ${found}`)
