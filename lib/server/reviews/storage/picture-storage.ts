import 'server-only'
import type { Storage as KeyStorage } from 'unstorage'
import { ApiError, isApiError } from '@/lib/contract/errors'
import { type PictureSize, pictureSizes } from '@/lib/contract/reviews/picture'
import type { Database } from '../../db/database'
import { openDriver } from './open-driver'
import type { PicturePlace } from './picture-place'

export type PictureBytes = Record<PictureSize, Uint8Array>

export type PictureStorage = ReturnType<typeof createPictureStorage>

const retryAfterMs = 5_000

/**
 * The bytes of pictures, each in all its sizes, wherever they lie. All its methods may be called again after
 * a failure. @throws ApiError `unavailable`
 */
export function createPictureStorage(
  findPlace: () => PicturePlace,
  database: () => Promise<Database>,
) {
  let opening: Promise<KeyStorage> | null = null

  async function open(): Promise<KeyStorage> {
    const { createStorage } = await import('unstorage')
    return createStorage({ driver: await openDriver(findPlace(), database) })
  }

  /** A place that could not be had is looked for again. */
  function opened(): Promise<KeyStorage> {
    opening ??= open().catch((error) => {
      opening = null
      throw error
    })
    return opening
  }

  async function attempt<T>(work: (storage: KeyStorage) => Promise<T>): Promise<T> {
    try {
      return await work(await opened())
    } catch (error) {
      throw isApiError(error) ? error : unreachable(error)
    }
  }

  return {
    findPlace,

    /** @throws ApiError `unavailable` where there is no place that lasts */
    requirePlace: () => attempt(async () => undefined),

    write: (storageId: string, bytes: PictureBytes): Promise<void> =>
      attempt(async (storage) => {
        for (const size of pictureSizes)
          await storage.setItemRaw(keyOf(storageId, size), Buffer.from(bytes[size]))
      }),

    /** `null` when it was deleted. */
    read: (storageId: string, size: PictureSize): Promise<Uint8Array<ArrayBuffer> | null> =>
      attempt(async (storage) => {
        const bytes = await storage.getItemRaw<ArrayBuffer | Uint8Array>(keyOf(storageId, size))
        return bytes === null ? null : new Uint8Array(bytes)
      }),

    remove: (storageId: string): Promise<void> =>
      attempt(async (storage) => {
        for (const size of pictureSizes) await storage.removeItem(keyOf(storageId, size))
      }),
  }
}

const keyOf = (storageId: string, size: PictureSize) => `reviews:${storageId}.${size}`

const unreachable = (cause: unknown) =>
  new ApiError(
    'unavailable',
    'The pictures of this review cannot be read or written just now. Try again in a moment.',
    { retryAfterMs, cause },
  )
