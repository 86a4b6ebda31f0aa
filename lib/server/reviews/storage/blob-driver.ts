import 'server-only'
import { BlobNotFoundError, del, head, list, put } from '@vercel/blob'
import type { Driver } from 'unstorage'

const defaultTimeoutMs = 30_000

/**
 * Bytes in Vercel Blob. The addresses there are public: each holds the random id of a picture.
 * @param timeoutMs of one operation; `@vercel/blob` alone would repeat a failed one for many minutes
 */
export function blobDriver(token: string, timeoutMs = defaultTimeoutMs): Driver {
  /** `@vercel/blob` looks at a signal only while a request is under way, not while it waits for the next one. */
  function withinTimeout<T>(work: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
    const abortSignal = AbortSignal.timeout(timeoutMs)
    const timedOut = new Promise<never>((_, reject) => {
      abortSignal.addEventListener('abort', () => reject(abortSignal.reason))
    })
    return Promise.race([work(abortSignal), timedOut])
  }

  async function findUrl(key: string, abortSignal: AbortSignal): Promise<string | null> {
    try {
      return (await head(pathOf(key), { token, abortSignal })).url
    } catch (error) {
      if (error instanceof BlobNotFoundError) return null
      throw error
    }
  }

  const read = (key: string): Promise<Uint8Array | null> =>
    withinTimeout(async (signal) => {
      const url = await findUrl(key, signal)
      if (url === null) return null
      const response = await fetch(url, { signal })
      // Deleted a moment ago.
      if (response.status === 404) return null
      if (!response.ok) throw new Error(`Vercel Blob answered ${response.status}`)
      return new Uint8Array(await response.arrayBuffer())
    })

  return {
    name: 'vercel-blob',
    hasItem: (key) => withinTimeout(async (signal) => (await findUrl(key, signal)) !== null),
    getItem: read,
    getItemRaw: read,
    setItemRaw: (key, bytes: Buffer) =>
      withinTimeout(async (abortSignal) => {
        await put(pathOf(key), bytes, { ...putOptions, token, abortSignal })
      }),
    removeItem: (key) => withinTimeout((abortSignal) => del(pathOf(key), { token, abortSignal })),
    async getKeys(base) {
      const keys: string[] = []
      let cursor: string | undefined
      do {
        const page = await withinTimeout((abortSignal) =>
          list({ prefix: pathOf(base), cursor, token, abortSignal }),
        )
        keys.push(...page.blobs.map(({ pathname }) => pathname.replaceAll('/', ':')))
        cursor = page.hasMore ? page.cursor : undefined
      } while (cursor)
      return keys
    },
  }
}

const putOptions = {
  access: 'public',
  addRandomSuffix: false,
  // An upload that broke off is made again.
  allowOverwrite: true,
  contentType: 'application/octet-stream',
  // Seconds, the fewest that it takes: its network keeps a deleted picture no longer.
  cacheControlMaxAge: 60,
} as const

const pathOf = (key: string) => key.replaceAll(':', '/')
