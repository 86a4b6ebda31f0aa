import 'server-only'
import { diskStore } from './disk-store'
import { memoryStore } from './memory-store'
import type { Store, StoreLimits } from './store-type'

/**
 * The first of the directories that can be written, shared by every process that has it; memory
 * when there is none. Beyond its limits the oldest files go.
 */
export function openStore(directories: string[], limits?: StoreLimits): Store {
  let opened: Promise<Store> | undefined
  const store = () => {
    opened ??= open(directories, limits)
    return opened
  }
  return {
    read: async (name) => (await store()).read(name),
    write: async (name, bytes) => (await store()).write(name, bytes),
    writeOnce: async (name, bytes) => (await store()).writeOnce(name, bytes),
    append: async (name, line) => (await store()).append(name, line),
    readFrom: async (name, offset) => (await store()).readFrom(name, offset),
    remove: async (name) => (await store()).remove(name),
    list: async (prefix) => (await store()).list(prefix),
  }
}

async function open(directories: string[], limits?: StoreLimits): Promise<Store> {
  for (const directory of directories) {
    const store = await diskStore(directory, limits)
    if (store) return store
  }
  return memoryStore()
}
