/** Thrown when a stream brings more than it may; the rest is not read. */
export class TooManyBytes extends Error {
  override name = 'TooManyBytes'
}

export const isTooManyBytes = (thrown: unknown): thrown is TooManyBytes =>
  thrown instanceof Error && thrown.name === 'TooManyBytes'

/**
 * Reads a stream whole, up to `limit` bytes, until `signal` ends it.
 * @throws TooManyBytes beyond that, the signal's reason, and whatever the stream itself throws.
 */
export async function readBounded(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (stream) {
    for await (const chunk of chunksOf(stream, signal)) {
      size += chunk.byteLength
      if (size > limit) throw new TooManyBytes(`more than ${limit} bytes`)
      chunks.push(chunk)
    }
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** Leaving the loop early cancels the stream, so that its sender stops. */
async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  const stop = () => void reader.cancel().catch(() => undefined)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    for (;;) {
      const { done, value } = await reader.read()
      signal?.throwIfAborted()
      if (done) return
      yield value
    }
  } finally {
    signal?.removeEventListener('abort', stop)
    reader.cancel().catch(() => undefined)
  }
}
