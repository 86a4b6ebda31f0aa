/** A page that is still there after so long stays: its way led to a download, or was stopped. */
const maxLeavingMs = 10_000

type After = (ms: number, run: () => void) => void

/**
 * Firefox and Safari cut the requests of a page that is being left, while its code still runs: that is no failure of theirs,
 * and the page that comes next asks again.
 * @returns a promise that resolves at once in a page that stays, and never in one that is gone
 */
export function watchPageExit(page: EventTarget, after: After): () => Promise<void> {
  let staying = Promise.resolve()
  const leave = () => {
    staying = new Promise((resolve) => {
      after(maxLeavingMs, resolve)
      page.addEventListener('pageshow', () => resolve(), { once: true })
    })
  }
  page.addEventListener('beforeunload', leave)
  page.addEventListener('pagehide', leave)
  return () => staying
}

export const waitWhileLeaving = watchPageExit(
  typeof window === 'undefined' ? new EventTarget() : window,
  (ms, run) => void setTimeout(run, ms),
)
