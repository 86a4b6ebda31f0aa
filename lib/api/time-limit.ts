/** The server itself gives up on Krea after 25 s: this long without a byte, and nothing comes any more. */
const quietMs = 35_000

/** Ends a read that gets no byte for too long. `signal`: for `fetch`, together with the caller's own. */
export type TimeLimit = { signal: AbortSignal | undefined; renew: () => void; stop: () => void }

/** Only reads have one: a request that costs money is waited for, and looked for when its answer is lost. */
export function startTimeLimit(method = 'GET', own?: AbortSignal | null): TimeLimit {
  if (method !== 'GET') return { signal: own ?? undefined, renew: ignore, stop: ignore }
  const controller = new AbortController()
  const abort = () => controller.abort(new DOMException('No answer in time.', 'TimeoutError'))
  const abortWithOwn = () => controller.abort(own?.reason)
  let timer = setTimeout(abort, quietMs)
  if (own?.aborted) abortWithOwn()
  own?.addEventListener('abort', abortWithOwn, { once: true })
  return {
    signal: controller.signal,
    renew() {
      clearTimeout(timer)
      timer = setTimeout(abort, quietMs)
    },
    stop() {
      clearTimeout(timer)
      own?.removeEventListener('abort', abortWithOwn)
    },
  }
}

const ignore = () => undefined
