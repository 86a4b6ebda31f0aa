import 'server-only'
import { randomUUID } from 'node:crypto'
import {
  appendFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { isPermanent, type Store, type StoreLimits } from './store-type'

const defaultLimits: StoreLimits = { files: 2000, bytes: 512 * 2 ** 20 }

/** @returns null where the directory cannot be written, as is usual on serverless hosts. */
export async function diskStore(directory: string, limits = defaultLimits): Promise<Store | null> {
  const pathOf = (name: string) => `${directory}/${name}`
  const temporary = async (bytes: Buffer): Promise<string> => {
    const file = pathOf(`.${randomUUID()}`)
    await writeFile(file, bytes, { mode: 0o600 })
    return file
  }
  try {
    await mkdir(directory, { recursive: true })
    await rm(await temporary(Buffer.alloc(0)))
  } catch {
    return null
  }
  return {
    read: (name) => readFile(pathOf(name)).catch(() => null),
    async write(name, bytes) {
      await rename(await temporary(bytes), pathOf(name))
      await removeOldest(directory, limits)
    },
    async writeOnce(name, bytes) {
      const file = await temporary(bytes)
      // It fails where another process was first, whose file is whole by then.
      await link(file, pathOf(name)).catch(() => undefined)
      await rm(file)
      return readFile(pathOf(name))
    },
    append: (name, line) => appendFile(pathOf(name), line, { mode: 0o600 }),
    readFrom: (name, offset) => readFrom(pathOf(name), offset),
    remove: (name) => rm(pathOf(name), { force: true }),
    list: async (prefix) => (await readdir(directory)).filter((name) => name.startsWith(prefix)),
  }
}

async function readFrom(path: string, offset: number): Promise<Buffer> {
  const file = await open(path).catch(() => null)
  if (!file) return Buffer.alloc(0)
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.max(0, size - offset))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, offset)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function removeOldest(directory: string, limits: StoreLimits): Promise<void> {
  const names = (await readdir(directory)).filter((name) => !isPermanent(name))
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
    if (files > limits.files || bytes > limits.bytes)
      await rm(`${directory}/${file.name}`, { force: true })
  }
}
