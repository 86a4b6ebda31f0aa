import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rendered beyond the view on each side, so that scrolling finds pictures already there. */
const overscan = 600
/** The window moves in steps: one render for many scroll events. */
const step = 300

export type Window = { top: number; bottom: number }

/** The stretch of an element that is in view, in px from its top, whatever it is that scrolls. */
export function useVisibleRange(ref: RefObject<HTMLElement | null>): Window {
  const [window, setWindow] = useState<Window>({ top: 0, bottom: 2000 })

  useLayoutEffect(() => {
    const measure = () => {
      const offset = ref.current?.getBoundingClientRect().top ?? 0
      const top = Math.floor((-offset - overscan) / step) * step
      const bottom = Math.ceil((innerHeight - offset + overscan) / step) * step
      setWindow((last) => (last.top === top && last.bottom === bottom ? last : { top, bottom }))
    }
    measure()
    const options = { passive: true, capture: true }
    document.addEventListener('scroll', measure, options)
    addEventListener('resize', measure)
    return () => {
      document.removeEventListener('scroll', measure, options)
      removeEventListener('resize', measure)
    }
  }, [ref])

  return window
}
