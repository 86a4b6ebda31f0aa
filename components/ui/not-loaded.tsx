import { useEffect, useId } from 'react'
import { createStore } from '@/lib/browser/create-store'
import { Button } from './button'

type FailedPart = { id: string; retry: () => void }

/** Parts that failed at the same time share one message and one retry. */
const failedParts = createStore<FailedPart[]>([])

/** Replaces a part of the page whose code could not be loaded. */
export function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const id = useId()
  const parts = failedParts.use()
  useEffect(() => {
    failedParts.write([...failedParts.read(), { id, retry: onRetry }])
    return () => failedParts.write(failedParts.read().filter((part) => part.id !== id))
  }, [id, onRetry])

  if (parts[0]?.id !== id) return null
  return (
    <div
      role="alert"
      className="fixed inset-x-3 bottom-3 z-50 max-lg:bottom-20 mx-auto flex w-fit items-center gap-3 rounded-md border bg-panel p-3 text-sm shadow-lg"
    >
      A part of this page could not be fetched. Check the connection.
      <Button
        onClick={() => {
          for (const retry of new Set(parts.map((part) => part.retry))) retry()
        }}
      >
        Try again
      </Button>
    </div>
  )
}
