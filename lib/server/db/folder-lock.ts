import 'server-only'
import { randomUUID } from 'node:crypto'
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

const heartbeatMs = 5_000
const staleMs = 15_000

/**
 * Locks a folder for this process: an embedded database must not be opened twice. The lock of a process
 * that has ended does not count. Returns a function that unlocks, which the end of the process calls too,
 * or `null` while another process holds it.
 * @param onLost called when another process has taken the lock over
 * @throws the file system's error when the folder cannot be written
 */
export function lockFolder(
  folder: string,
  onLost: () => void = () => undefined,
  beatMs: number = heartbeatMs,
): (() => void) | null {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lock')
  const own = `${process.pid} ${hostname()} ${randomUUID()}`
  for (let attempt = 0; attempt < 2; attempt++) {
    if (create(file, own)) return keepAlive(file, own, onLost, beatMs)
    const found = read(file)
    if (found === null) continue
    if (isHeld(file, found)) return null
    removeStale(file, found)
  }
  return null
}

function create(file: string, own: string): boolean {
  try {
    writeFileSync(file, own, { flag: 'wx' })
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

/** `null` when there is no such file. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Of two that find the same old lock, the slower one must not remove the new lock of the faster one. */
function removeStale(file: string, found: string): void {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  if (read(aside) === found) rmSync(aside, { force: true })
  else renameSync(aside, file)
}

/** Shows other hosts that share the folder that we are alive: they cannot look for our process. */
function keepAlive(file: string, own: string, onLost: () => void, beatMs: number): () => void {
  const heartbeat = setInterval(beat, beatMs)
  heartbeat.unref()
  process.once('exit', unlock)
  return unlock

  /** A disk that fails for a moment is for the next beat. */
  function beat(): void {
    try {
      if (!isOurs()) {
        lose()
        return
      }
      const now = new Date()
      utimesSync(file, now, now)
    } catch {}
  }

  /** A lock that somebody removed is made again. */
  function isOurs(): boolean {
    const found = read(file)
    return found === null ? create(file, own) : found === own
  }

  function lose(): void {
    unlock()
    onLost()
  }

  function unlock(): void {
    clearInterval(heartbeat)
    process.off('exit', unlock)
    try {
      if (read(file) === own) rmSync(file, { force: true })
    } catch {}
  }
}

function isHeld(file: string, found: string): boolean {
  const [pid = '', host = ''] = found.split(' ')
  if (host === hostname()) return isAlive(Number(pid))
  const beatAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return Math.abs(Date.now() - beatAt) < staleMs
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
