import 'server-only'
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

const beatMs = 5_000
const staleMs = 15_000

/**
 * Takes a folder for this process alone: an embedded database must not be opened twice. The lock of a
 * process that is gone does not count. Answers how to give it back, or `null` while another holds it.
 * @throws the file system's error when the folder cannot be written
 */
export function lockFolder(folder: string): (() => void) | null {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lock')
  for (let attempt = 0; attempt < 2; attempt++) {
    if (create(file)) return keep(file)
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

/** A living sign for other hosts that share the folder: they cannot look for our process. */
function keep(file: string): () => void {
  const beat = setInterval(() => {
    const now = new Date()
    utimesSync(file, now, now)
  }, beatMs)
  beat.unref()
  return () => {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
}

function isHeld(file: string): boolean {
  const [pid = '', host = ''] = readFileSync(file, 'utf8').split(' ')
  return host === hostname() ? isAlive(Number(pid)) : Date.now() - statSync(file).mtimeMs < staleMs
}

/** In a container our own number may come again: then the lock is of an earlier life. */
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
