import { useEffect, useSyncExternalStore } from 'react'
import { Button } from './button'

type Retry = () => void

/** What failed together is told once, and tries again together. */
let retries: Retry[] = []
const listeners = new Set<() => void>()

function change(next: Retry[]) {
  retries = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** In place of a part of the page whose code did not come. */
export function NotFetched({ onRetry }: { onRetry: Retry }) {
  const first = useSyncExternalStore(
    subscribe,
    () => retries[0],
    () => undefined,
  )
  useEffect(() => {
    change([...retries, onRetry])
    return () => change(retries.filter((retry) => retry !== onRetry))
  }, [onRetry])

  if (first !== onRetry) return null
  return (
    <div
      role="alert"
      className="fixed inset-x-3 bottom-3 z-50 max-lg:bottom-20 mx-auto flex w-fit items-center gap-3 rounded-md border bg-panel p-3 text-sm shadow-lg"
    >
      A part of this page could not be fetched. Check the connection.
      <Button
        onClick={() => {
          for (const retry of retries) retry()
        }}
      >
        Try again
      </Button>
    </div>
  )
}
