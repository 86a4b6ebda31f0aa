import 'server-only'
import { cacheable, notFound } from './answer'
import type { Call, Context } from './context'
import { decodeJob, type JobFacts } from './jobs/job-code'
import type { Store } from './jobs/store'
import { hasPicture } from './jobs/timeline'
import { paint } from './paint/paint'

export type Pictures = ReturnType<typeof createPictures>

/** Where the store keeps the input of all jobs that paint the same picture. */
export const inputFileName = ({ seed, tint, enhance }: JobFacts): string =>
  `input-${seed.toString(16)}-${tint ?? 0}-${enhance ? 'large' : 'small'}.webp`

/** `<job id>-image.png`, `<job id>-step-2.png` */
function readName(name: string): { facts: JobFacts; step: number | null } | null {
  const [, id = '', , step] = /^(.{36})-(image|step-(\d))\.png$/.exec(name) ?? []
  const facts = decodeJob(id)
  return facts && { facts, step: step === undefined ? null : Number(step) }
}

/** Painted when asked for; the latest are kept, and each is painted once for all who wait. */
export function createPictures(store: Store, budget = 48 * 2 ** 20) {
  const painted = new Map<string, Promise<Buffer>>()
  const sizes = new Map<string, number>()
  let total = 0

  async function paintOnce(name: string, facts: JobFacts, step: number | null): Promise<Buffer> {
    const known = painted.get(name)
    if (known) {
      painted.delete(name)
      painted.set(name, known)
      return known
    }
    const started = inTurn(async () => {
      const input = facts.tint === null ? null : await store.read(inputFileName(facts))
      return paint(facts, step, input)
    })
    painted.set(name, started)
    try {
      const bytes = await started
      sizes.set(name, bytes.length)
      total += bytes.length
      forgetOldest()
      return bytes
    } catch (error) {
      painted.delete(name)
      throw error
    }
  }

  function forgetOldest(): void {
    for (const name of [...painted.keys()]) {
      const size = sizes.get(name)
      if (total <= budget) return
      if (size === undefined) continue
      painted.delete(name)
      sizes.delete(name)
      total -= size
    }
  }

  return {
    /** @returns null when there is no such picture, or not yet. */
    async read(name: string, now: number): Promise<Buffer | null> {
      const asked = readName(name)
      if (!asked || !hasPicture(asked.facts, asked.step, now)) return null
      return paintOnce(name, asked.facts, asked.step)
    },
  }
}

/** Two at a time: painting is native work, and the threads are shared with the disk. */
const turns: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()]
let next = 0

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const at = next++ % turns.length
  const turn = (turns[at] ?? Promise.resolve()).then(work)
  turns[at] = turn.catch(() => null)
  return turn
}

export async function servePicture(
  context: Context,
  { request }: Call,
  name: string,
): Promise<Response> {
  const bytes = await context.pictures.read(name, context.now())
  if (!bytes) throw notFound('File not found')
  return cacheable(request, `"${name}"`, new Uint8Array(bytes), {
    'content-type': 'image/png',
    'content-length': String(bytes.length),
    'cache-control': 'public, max-age=31536000, immutable',
  })
}
