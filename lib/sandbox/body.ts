import 'server-only'
import { Refusal } from './answer'

/** The body, counted as it is read, so that one without a length cannot fill the memory. */
export function limitBody(request: Request, maxBytes: number, message: string): Response {
  const refusal = new Refusal(413, { error: message })
  if (Number(request.headers.get('content-length')) > maxBytes) throw refusal
  let total = 0
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        total += chunk.length
        if (total > maxBytes) controller.error(refusal)
        else controller.enqueue(chunk)
      },
    }),
  )
  const type = request.headers.get('content-type') ?? ''
  return new Response(counted, { headers: { 'content-type': type } })
}

/** @throws the refusal that cut a body short, else what `fallback` gives. */
export function rethrowRefusal(error: unknown, fallback: Refusal): never {
  throw error instanceof Refusal ? error : fallback
}
