import { type RefObject, useEffect } from 'react'
import { jobsInView } from '@/lib/engine/jobs-in-view'

/** While the element is in view, the job of this record is read often. @param id null where there is nothing to watch */
export function useInView(ref: RefObject<Element | null>, id: string | null): void {
  useEffect(() => {
    const element = ref.current
    if (!element || id === null) return
    let remove: (() => void) | undefined
    const observer = new IntersectionObserver((entries) => {
      const isInView = entries.at(-1)?.isIntersecting ?? false
      if (isInView) remove ??= jobsInView.add(id)
      else {
        remove?.()
        remove = undefined
      }
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      remove?.()
    }
  }, [ref, id])
}
