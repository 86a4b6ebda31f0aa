import { useEffect } from 'react'
import { Button } from './button'

/** What failed together tries again together. */
const retries = new Set<() => void>()

/** In place of a part of the page whose code did not come. */
export function NotFetched({ onRetry }: { onRetry: () => void }) {
  useEffect(() => {
    retries.add(onRetry)
    return () => {
      retries.delete(onRetry)
    }
  }, [onRetry])
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
