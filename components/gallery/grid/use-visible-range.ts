import { type RefObject, useLayoutEffect, useState } from 'react'

/** Px rendered beyond the viewport on each side, so that scrolling finds pictures loaded. */
const overscan = 600
/** The overscan is left out at first, so that the pictures in view are read before those beyond it. */
const overscanAfterMs = 300
/** The range changes in steps of so many px: one render for many scroll events. */
const step = 300

export type VisibleRange = { top: number; bottom: number }

/** The visible part of an element, in px from its top, whichever ancestor scrolls. */
export function useVisibleRange(ref: RefObject<HTMLElement | null>): VisibleRange {
  const [range, setRange] = useState<VisibleRange>({ top: 0, bottom: 0 })

  useLayoutEffect(() => {
    let beyond = 0
    const measure = () => {
      const offset = ref.current?.getBoundingClientRect().top ?? 0
      const top = Math.floor((-offset - beyond) / step) * step
      const bottom = Math.ceil((innerHeight - offset + beyond) / step) * step
      setRange((last) => (last.top === top && last.bottom === bottom ? last : { top, bottom }))
    }
    measure()
    const timer = setTimeout(() => {
      beyond = overscan
      measure()
    }, overscanAfterMs)
    const options = { passive: true, capture: true }
    document.addEventListener('scroll', measure, options)
    addEventListener('resize', measure)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('scroll', measure, options)
      removeEventListener('resize', measure)
    }
  }, [ref])

  return range
}
