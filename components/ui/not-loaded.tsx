import { useEffect, useId, useSyncExternalStore } from 'react'
import { Button } from './button'

type Missing = { id: string; retry: () => void }

/** What failed together is told once, and tries again together. */
let missing: Missing[] = []
const listeners = new Set<() => void>()

function change(next: Missing[]) {
  missing = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** In place of a part of the page whose code did not come. */
export function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const id = useId()
  const first = useSyncExternalStore(
    subscribe,
    () => missing[0]?.id,
    () => undefined,
  )
  useEffect(() => {
    change([...missing, { id, retry: onRetry }])
    return () => change(missing.filter((one) => one.id !== id))
  }, [id, onRetry])

  if (first !== id) return null
  return (
    <div
      role="alert"
      className="fixed inset-x-3 bottom-3 z-50 max-lg:bottom-20 mx-auto flex w-fit items-center gap-3 rounded-md border bg-panel p-3 text-sm shadow-lg"
    >
      A part of this page could not be fetched. Check the connection.
      <Button
        onClick={() => {
          for (const retry of new Set(missing.map((one) => one.retry))) retry()
        }}
      >
        Try again
      </Button>
    </div>
  )
}
