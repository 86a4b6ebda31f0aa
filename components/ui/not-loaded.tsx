import { useEffect, useId, useRef, useState } from 'react'
import { createStore } from '@/lib/browser/create-store'
import { Button } from './button'

type FailedPart = { id: string; retry: () => void }

/** Parts that failed at the same time share one message and one retry. */
const failedParts = createStore<FailedPart[]>([])

/** Replaces a part of the page whose code could not be loaded. */
export function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const id = useId()
  const place = useRef<HTMLSpanElement>(null)
  const parts = failedParts.use()
  useEffect(() => {
    const part = { id, retry: onRetry }
    const others = failedParts.read()
    // The first part has the message. One in a closed menu is out of sight, and so would be its message.
    const isInSight = place.current?.getClientRects().length
    failedParts.write(isInSight ? [part, ...others] : [...others, part])
    return () => failedParts.write(failedParts.read().filter((other) => other !== part))
  }, [id, onRetry])

  const isFirst = parts[0]?.id === id
  const isReplaced = useIsReplaced(isFirst)
  if (!isFirst) return <span ref={place} />
  return (
    <div
      role="alert"
      className="fixed inset-x-3 bottom-3 z-50 max-lg:bottom-20 mx-auto flex w-fit items-center gap-3 rounded-md border bg-panel p-3 text-sm shadow-lg"
    >
      {isReplaced
        ? 'There is a newer version of this page.'
        : 'A part of this page could not be fetched. Check the connection.'}
      {isReplaced ? (
        <Button onClick={() => location.reload()}>Reload</Button>
      ) : (
        <Button
          onClick={() => {
            for (const retry of new Set(parts.map((part) => part.retry))) retry()
          }}
        >
          Try again
        </Button>
      )}
    </div>
  )
}

/** Where the server no longer has the code that this page runs, it has that of a newer version. */
function useIsReplaced(isAsked: boolean): boolean {
  const [isReplaced, setReplaced] = useState(false)
  useEffect(() => {
    if (!isAsked) return
    let isCurrent = true
    void Promise.all(ownScripts().map(isGone)).then(
      (gone) => isCurrent && setReplaced(gone.includes(true)),
    )
    return () => {
      isCurrent = false
    }
  }, [isAsked])
  return isReplaced
}

const ownScripts = () =>
  [...document.scripts].map(({ src }) => src).filter((src) => src.includes('/_next/static/'))

const isGone = (src: string): Promise<boolean> =>
  fetch(src, { method: 'HEAD', cache: 'no-store' }).then(
    ({ status }) => status === 404,
    () => false,
  )
