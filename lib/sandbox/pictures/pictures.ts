import 'server-only'
import { LRUCache } from 'lru-cache'
import { decodeUnlogged, type JobFacts } from '../jobs/job-code'
import type { JobLog } from '../jobs/job-log'
import type { PictureFormat } from '../jobs/job-record'
import type { Store } from '../jobs/store-type'
import { hasPicture } from '../jobs/timeline'
import { paint } from '../paint/paint'
import { createQueue } from '../queue'
import type { Signer } from '../signer'
import type { Trace } from '../trace'
import { formatOfExtension } from './format'
import { createPreviewScenes } from './preview-scenes'

export type Pictures = ReturnType<typeof createPictures>

/** Where the store keeps the input of all jobs that paint the same picture. */
export const inputFileName = ({ seed, tint, enhance }: Omit<JobFacts, 'createdAt'>): string =>
  `input-${seed.toString(16)}-${tint ?? 0}-${enhance ? 'large' : 'small'}.webp`

type PictureName = { id: string; step: number | null; format: PictureFormat }

/** `<job id>-image.png`, `<job id>-step-2.png` */
function readName(name: string): PictureName | null {
  const [, id = '', , step, extension = ''] =
    /^(.{36})-(image|step-(\d))\.(png|jpe?g|webp)$/.exec(name) ?? []
  const format = formatOfExtension(extension)
  return format && { id, step: step === undefined ? null : Number(step), format }
}

const maxCachedBytes = 48 * 2 ** 20
/** Pixels from which on a painting takes seconds: it must not hold up the small ones. */
const largePixels = 4_000_000

type Parts = { store: Store; log: JobLog; signer: Signer; isLogShared: boolean; trace: Trace }

/** Painted when asked for. The latest are kept, and each is painted once for all who wait. */
export function createPictures({ store, log, signer, isLogShared, trace }: Parts) {
  const painted = new LRUCache<string, Buffer>({
    maxSize: maxCachedBytes,
    sizeCalculation: ({ length }) => Math.max(1, length),
  })
  const painting = new Map<string, Promise<Buffer>>()
  const previewScene = createPreviewScenes()
  // Painting is native work, and the threads are shared with the disk.
  const small = createQueue({ concurrent: 2, maxWaiting: 500 })
  const large = createQueue({ concurrent: 1, maxWaiting: 50 })

  /** `work` once for all who ask for `name` at the same time. */
  function paintOnce(name: string, pixels: number, work: () => Promise<Buffer>): Promise<Buffer> {
    const known = painted.get(name)
    if (known) return Promise.resolve(known)
    const queue = pixels < largePixels ? small : large
    const started =
      painting.get(name) ??
      queue(work)
        .then((bytes) => {
          painted.set(name, bytes)
          return bytes
        })
        .finally(() => painting.delete(name))
    painting.set(name, started)
    return started
  }

  return {
    paintOnce,
    /** @returns null when there is no such picture, or not yet. */
    async read(name: string, now: number): Promise<Buffer | null> {
      const asked = readName(name)
      if (!asked) return null
      const { job, mark } = await log.find(asked.id)
      const isGone = mark !== null && (asked.step === null || mark.mark === 'removed')
      if (isGone || job?.styleId !== undefined) return null
      const unlogged = isLogShared ? null : decodeUnlogged(asked.id, signer, now)
      const facts = job?.facts ?? unlogged
      if (!facts || !hasPicture(facts, asked.step, now)) return null
      const pixels = asked.step === null ? facts.width * facts.height : 0
      return paintOnce(name, pixels, async () => {
        const input = facts.tint === null ? null : await store.read(inputFileName(facts))
        return trace('painter', { pixels: facts.width * facts.height }, () =>
          paint(facts, asked.step, input, asked.format, previewScene(asked.id)),
        )
      })
    },
  }
}
