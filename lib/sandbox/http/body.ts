import 'server-only'
import { isRefusal, Refusal } from './answer'

/** Bytes that all bodies of a process may hold together, and how long one may last. */
export type BodyLimits = { maxBytes: number; idleMs: number; totalMs: number; bytes: number }

export const createBodyLimits = (limits: Partial<BodyLimits> = {}): BodyLimits => ({
  maxBytes: 256 * 2 ** 20,
  idleMs: 15_000,
  totalMs: 120_000,
  ...limits,
  bytes: 0,
})

/**
 * The body, counted as it is read, so that one without a length cannot fill the memory, and one that
 * never ends is ended. `use` gets it as a Response, for `json()` and `formData()`.
 */
export async function withBody<T>(
  request: Request,
  uploads: BodyLimits,
  { maxBytes, tooLarge }: { maxBytes: number; tooLarge: string },
  use: (body: Response) => Promise<T>,
): Promise<T> {
  const refusal = new Refusal(413, { error: tooLarge })
  if (Number(request.headers.get('content-length')) > maxBytes) throw refusal
  const late = new AbortController()
  const end = () => late.abort(slow())
  const total = setTimeout(end, uploads.totalMs)
  let idle = setTimeout(end, uploads.idleMs)
  let size = 0
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        clearTimeout(idle)
        idle = setTimeout(end, uploads.idleMs)
        size += chunk.length
        uploads.bytes += chunk.length
        if (size > maxBytes) controller.error(refusal)
        else if (uploads.bytes > uploads.maxBytes) controller.error(busy())
        else controller.enqueue(chunk)
      },
    }),
    { signal: late.signal },
  )
  const type = request.headers.get('content-type') ?? ''
  try {
    return await use(new Response(counted, { headers: { 'content-type': type } }))
  } finally {
    clearTimeout(total)
    clearTimeout(idle)
    uploads.bytes -= size
  }
}

const slow = () => new Refusal(408, { error: 'The body took too long' }, { connection: 'close' })

const busy = () =>
  new Refusal(503, { error: 'Too many uploads at once, try again' }, { 'retry-after': '2' })

/** @throws the refusal that cut a body short, else what `fallback` gives. */
export function rethrowRefusal(error: unknown, fallback: Refusal): never {
  throw isRefusal(error) ? error : fallback
}
