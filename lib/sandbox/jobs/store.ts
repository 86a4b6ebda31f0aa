import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'

/** Few small files by flat names: uploads, input pictures, marks of cancelled jobs. */
export type Store = {
  read(name: string): Promise<Buffer | null>
  write(name: string, bytes: Buffer): Promise<void>
  remove(name: string): Promise<void>
  /** Names that begin with `prefix`. */
  list(prefix: string): Promise<string[]>
}

export type StoreLimits = { files: number; bytes: number }

const defaultLimits: StoreLimits = { files: 2000, bytes: 512 * 2 ** 20 }

const defaultDirectories = ['.data/sandbox', `${tmpdir()}/krea-playground-sandbox`]

/**
 * The first of the directories that can be written, shared by every process that has it; memory
 * when there is none. Beyond its bounds the oldest files go.
 */
export function openStore(directories = defaultDirectories, bounds = defaultLimits): Store {
  let opened: Promise<Store> | undefined
  const store = () => {
    opened ??= open(directories, bounds)
    return opened
  }
  return {
    read: async (name) => (await store()).read(name),
    write: async (name, bytes) => (await store()).write(name, bytes),
    remove: async (name) => (await store()).remove(name),
    list: async (prefix) => (await store()).list(prefix),
  }
}

async function open(directories: string[], bounds: StoreLimits): Promise<Store> {
  for (const directory of directories) {
    const probe = `${directory}/.${randomUUID()}`
    try {
      await mkdir(directory, { recursive: true })
      await writeFile(probe, '')
      await rm(probe)
      return diskStore(directory, bounds)
    } catch {
      // A read-only disk is defaultLimits on serverless hosts: the next directory may do.
    }
  }
  return memoryStore(bounds)
}

function diskStore(directory: string, bounds: StoreLimits): Store {
  const at = (name: string) => `${directory}/${name}`
  return {
    read: (name) => readFile(at(name)).catch(() => null),
    async write(name, bytes) {
      const part = at(`.${randomUUID()}`)
      await writeFile(part, bytes)
      await rename(part, at(name))
      await sweep(directory, bounds)
    },
    remove: (name) => rm(at(name), { force: true }),
    list: async (prefix) => (await readdir(directory)).filter((name) => name.startsWith(prefix)),
  }
}

async function sweep(directory: string, bounds: StoreLimits): Promise<void> {
  const names = await readdir(directory)
  const found = await Promise.all(
    names.map(async (name) => {
      const info = await stat(`${directory}/${name}`).catch(() => null)
      return { name, bytes: info?.size ?? 0, at: info?.mtimeMs ?? 0 }
    }),
  )
  let [files, bytes] = [0, 0]
  for (const file of found.toSorted((a, b) => b.at - a.at)) {
    files += 1
    bytes += file.bytes
    if (files > bounds.files || bytes > bounds.bytes)
      await rm(`${directory}/${file.name}`, { force: true })
  }
}

export function memoryStore(bounds: StoreLimits = { files: 500, bytes: 64 * 2 ** 20 }): Store {
  const files = new Map<string, Buffer>()
  let total = 0
  const drop = (name: string) => {
    total -= files.get(name)?.length ?? 0
    files.delete(name)
  }
  return {
    read: async (name) => files.get(name) ?? null,
    async write(name, bytes) {
      drop(name)
      files.set(name, bytes)
      total += bytes.length
      for (const oldest of files.keys()) {
        if (files.size <= bounds.files && total <= bounds.bytes) break
        drop(oldest)
      }
    },
    remove: async (name) => drop(name),
    list: async (prefix) => [...files.keys()].filter((name) => name.startsWith(prefix)),
  }
}
