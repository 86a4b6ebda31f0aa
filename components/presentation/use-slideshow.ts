import { useEffect, useRef, useState } from 'react'

const slideMs = 6_000

/** Calls `onNext` every few seconds while it plays. @param isRunning false: it waits */
export function useSlideshow(onNext: () => void, isRunning: boolean) {
  const [isPlaying, setPlaying] = useState(false)
  const next = useRef(onNext)
  useEffect(() => {
    next.current = onNext
  })

  useEffect(() => {
    if (!isPlaying || !isRunning) return
    const timer = setInterval(() => next.current(), slideMs)
    return () => clearInterval(timer)
  }, [isPlaying, isRunning])

  return { isPlaying, toggle: () => setPlaying(!isPlaying) }
}
