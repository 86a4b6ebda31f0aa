import 'server-only'
import type { Feed } from './feed'
import type { Listener } from './listener'

type Who = Pick<Listener, 'reviewId' | 'guestId' | 'isOwner'>

const tagForm = /^[\w.-]{1,80}$/
/** Texts that nobody took: whoever they are for is gone. */
const maxUnread = 200
/** For the browser: how soon it comes back when the stream is cut. */
const retryMs = 1_000

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // Some proxies would wait for the end.
  'X-Accel-Buffering': 'no',
}

/** Server-sent events of a review, until either side ends it. @throws ApiError `rate_limited` */
export function eventStream(feed: Feed, request: Request, who: Who): Response {
  const encoder = new TextEncoder()
  const lastId = request.headers.get('last-event-id') ?? ''
  let stop: () => void = () => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        stop()
        // Its reader may have closed it.
        try {
          controller.close()
        } catch {}
      }
      stop = feed.listen({
        ...who,
        tag: tagForm.test(lastId) ? lastId : '',
        send(text) {
          if ((controller.desiredSize ?? 0) < -maxUnread) end()
          else controller.enqueue(encoder.encode(text))
        },
        close: end,
      })
      controller.enqueue(encoder.encode(`retry: ${retryMs}\n\n`))
    },
    cancel: () => stop(),
  })
  request.signal.addEventListener('abort', () => stop())
  return new Response(body, { headers })
}
