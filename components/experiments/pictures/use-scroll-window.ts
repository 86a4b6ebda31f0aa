import { type RefObject, useLayoutEffect, useState } from 'react'

export type ScrollWindow = { top: number; left: number; bottom: number; right: number }

/** The window moves in steps of so many px: one render for many scroll events. */
const step = 200
const overscan = 400

/**
 * The part of a scrolling element that is in view, and a little around it, in px of its content. Before it is laid
 * out it is at most as large as the browser's window.
 */
export function useScrollWindow(ref: RefObject<HTMLElement | null>): ScrollWindow {
  const [range, setRange] = useState<ScrollWindow>(() => ({
    top: 0,
    left: 0,
    bottom: innerHeight,
    right: innerWidth,
  }))

  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      const { scrollTop, scrollLeft, clientWidth, clientHeight } = element
      // Its dialog opens after this first ran.
      if (clientHeight === 0) return
      const next = {
        top: Math.floor((scrollTop - overscan) / step) * step,
        left: Math.floor((scrollLeft - overscan) / step) * step,
        bottom: Math.ceil((scrollTop + clientHeight + overscan) / step) * step,
        right: Math.ceil((scrollLeft + clientWidth + overscan) / step) * step,
      }
      setRange((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [ref])

  return range
}

/** The indices of items of one size that touch a range. */
export function indicesWithin(start: number, end: number, size: number, count: number): number[] {
  const first = Math.max(0, Math.floor(start / size))
  const last = Math.min(count, Math.ceil(end / size)) - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}
