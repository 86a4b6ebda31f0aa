import 'server-only'
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

const heartbeatMs = 5_000
const staleMs = 15_000

/**
 * Locks a folder for this process: an embedded database must not be opened twice. The lock of a process
 * that has ended does not count. Returns a function that unlocks, or `null` while another process holds it.
 * @throws the file system's error when the folder cannot be written
 */
export function lockFolder(folder: string): (() => void) | null {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lock')
  for (let attempt = 0; attempt < 2; attempt++) {
    if (create(file)) return keepAlive(file)
    if (isHeld(file)) return null
    rmSync(file, { force: true })
  }
  return null
}

function create(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${hostname()}`, { flag: 'wx' })
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Shows other hosts that share the folder that we are alive: they cannot look for our process. */
function keepAlive(file: string): () => void {
  const heartbeat = setInterval(() => {
    const now = new Date()
    utimesSync(file, now, now)
  }, heartbeatMs)
  heartbeat.unref()
  return () => {
    clearInterval(heartbeat)
    rmSync(file, { force: true })
  }
}

function isHeld(file: string): boolean {
  const [pid = '', host = ''] = readFileSync(file, 'utf8').split(' ')
  return host === hostname() ? isAlive(Number(pid)) : Date.now() - statSync(file).mtimeMs < staleMs
}

/** In a container our own id may come again: then an earlier run left the lock. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
