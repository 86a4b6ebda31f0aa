import { useEffect, useRef } from 'react'

/**
 * Asks for the whole screen, which browsers grant after a key or a click; without it the element fills the window.
 * The browser itself ends it on Escape, and sends no key then.
 * @param onEnd called when it ended
 */
export function useWholeScreen(onEnd: () => void) {
  const ref = useRef<HTMLDivElement>(null)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })

  useEffect(() => {
    const element = ref.current
    if (!element) return
    const onChange = () => {
      if (document.fullscreenElement === null) end.current()
    }
    element.addEventListener('fullscreenchange', onChange)
    void element.requestFullscreen?.().catch(() => undefined)
    return () => {
      element.removeEventListener('fullscreenchange', onChange)
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    }
  }, [])

  return ref
}
