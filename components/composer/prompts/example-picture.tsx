import { useEffect, useState } from 'react'
import { placed } from '@/lib/base-path'

/**
 * The picture of an example. It loads after the first paint, when the browser has nothing better to do,
 * in a box that is there from the start.
 */
export function ExamplePicture({ path }: { path: string }) {
  const isIdle = useIsIdle()
  return (
    <span className="block aspect-square size-20 shrink-0 overflow-hidden rounded-md bg-raised sm:aspect-4/3 sm:h-auto sm:w-full">
      {isIdle && <img src={placed(path)} alt="" className="size-full object-cover" />}
    </span>
  )
}

function useIsIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    const show = () => setIdle(true)
    // Safari has no idle callback.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(show, 200)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(show)
    return () => cancelIdleCallback(handle)
  }, [])
  return isIdle
}
