import 'server-only'
import { isPermanent, type Store, type StoreLimits } from './store-type'

const defaultLimits: StoreLimits = { files: 500, bytes: 64 * 2 ** 20 }

export function memoryStore(limits = defaultLimits): Store {
  const files = new Map<string, Buffer>()
  let total = 0
  const drop = (name: string) => {
    total -= files.get(name)?.length ?? 0
    files.delete(name)
  }
  const put = (name: string, bytes: Buffer) => {
    drop(name)
    files.set(name, bytes)
    total += bytes.length
    for (const oldest of files.keys()) {
      if (files.size <= limits.files && total <= limits.bytes) break
      if (!isPermanent(oldest)) drop(oldest)
    }
  }
  return {
    read: async (name) => files.get(name) ?? null,
    write: async (name, bytes) => put(name, bytes),
    async writeOnce(name, bytes) {
      if (!files.has(name)) put(name, bytes)
      return files.get(name) ?? bytes
    },
    async append(name, line) {
      put(name, Buffer.concat([files.get(name) ?? Buffer.alloc(0), Buffer.from(line)]))
    },
    readFrom: async (name, offset) => files.get(name)?.subarray(offset) ?? Buffer.alloc(0),
    remove: async (name) => drop(name),
    list: async (prefix) => [...files.keys()].filter((name) => name.startsWith(prefix)),
  }
}
