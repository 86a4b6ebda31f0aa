import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { freePort } from '../../fixtures/server/free-port'
import type { Driver } from './driver'
import { findProgram } from './find-program'
import { startSession } from './web-driver'

const findDriver = () => findProgram('WEBKIT_DRIVER_PATH', ['WebKitWebDriver'])
const findDisplay = () => findProgram('XVFB_PATH', ['Xvfb'])
const python = '/usr/bin/python3'
const window = resolve('tests/journey/drivers/webkit-window.py')

/** WebKitGTK, whose engine is Safari's, over its own WebDriver, on a display that nobody sees. */
export const webkit: Driver = {
  name: 'WebKit',
  hidesTabs: true,
  missing() {
    if (!findDriver()) return 'no WebKitWebDriver on this machine'
    if (!findDisplay()) return 'no Xvfb on this machine'
    const load = "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')"
    const hasBindings = spawnSync(python, ['-c', load]).status === 0
    return hasBindings ? null : 'no Python bindings of WebKitGTK on this machine'
  },
  async launch({ profile, downloads, isPrivate, size }) {
    const display = await startDisplay()
    const port = await freePort()
    const driver = spawn(findDriver() ?? '', [`--port=${port}`], {
      env: { ...process.env, DISPLAY: display.name, HOME: join(profile, '..') },
      stdio: 'ignore',
    })
    const url = `http://127.0.0.1:${port}`
    await answers(url, driver)
    const session = await startSession(url, {
      'webkitgtk:browserOptions': {
        binary: window,
        args: [isPrivate ? 'private' : profile, downloads, String(size.width), String(size.height)],
      },
    })
    return {
      newTab: session.newTab,
      async close() {
        await session.end().catch(() => undefined)
        driver.kill()
        display.process.kill()
      },
    }
  },
}

/** The X server chooses a free display itself, and writes its number once it is ready. */
async function startDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp']
  const server = spawn(findDisplay() ?? '', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const output = server.stdio[3]
  if (!output) throw new Error('Xvfb has no output')
  const ended = once(server, 'exit').then(() => {
    throw new Error('Xvfb has ended')
  })
  const [number] = await Promise.race([once(output, 'data'), ended])
  return { process: server, name: `:${String(number).trim()}` }
}

/** Until the driver listens. */
async function answers(url: string, driver: ChildProcess): Promise<void> {
  while (driver.exitCode === null) {
    const response = await fetch(`${url}/status`).catch(() => null)
    if (response?.ok) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('WebKitWebDriver did not start')
}
