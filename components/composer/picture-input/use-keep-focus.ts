import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

const focusable = 'button:not(:disabled), input:not([hidden]), textarea, select'

/**
 * Keeps the focus in a box whose focused control goes away: a removed picture, a finished upload, a
 * dialog of its own. Else it falls to the body, and the next Tab begins at the top of the page.
 */
export function useKeepFocus(box: RefObject<HTMLElement | null>): void {
  const hadFocus = useRef(false)

  useEffect(() => {
    const onMove = ({ target }: Event) => {
      hadFocus.current = target instanceof Node && Boolean(box.current?.contains(target))
    }
    document.addEventListener('focusin', onMove)
    document.addEventListener('pointerdown', onMove)
    return () => {
      document.removeEventListener('focusin', onMove)
      document.removeEventListener('pointerdown', onMove)
    }
  }, [box])

  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body)
      box.current?.querySelector<HTMLElement>(focusable)?.focus()
  })
}
