import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

type Props = {
  label: string
  onClose: () => void
  /** Finds what a key does. Keys with Ctrl, Alt or ⌘ are left to the browser. */
  onKey?: (key: string) => (() => void) | undefined
  /** The record whose tile gets the focus when this closes. */
  returnFocusTo?: string
  children: ReactNode
}

/** A native modal dialog that fills the window and handles keys. */
export function FullScreen({ label, onClose, onKey, returnFocusTo, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const isOpen = useRef(false)
  const latest = useRef({ onKey, returnFocusTo })

  useLayoutEffect(() => {
    latest.current = { onKey, returnFocusTo }
  })

  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    isOpen.current = true
    dialog.showModal()
    const start = dialog.querySelector<HTMLElement>('[data-autofocus]') ?? dialog
    start.focus()
    // The listener is on the document: when a focused button is removed, the focus falls back to the body.
    const isInside = ({ target }: Event) =>
      target === document.body || (target instanceof Element && target.closest('dialog') === dialog)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isInside(event)) return
      if (isControl(event)) return
      const run = latest.current.onKey?.(event.key)
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      isOpen.current = false
      dialog.close()
    }
  }, [])

  // Not in the cleanup above: after a commit, React restores the focus that the commit moved.
  useEffect(
    () => () => {
      const { returnFocusTo } = latest.current
      // Where the picture was deleted, the grid or the form takes the focus.
      const places = [`[data-tile="${returnFocusTo}"]`, '[data-tile][tabindex="0"]', 'textarea']
      const place = places.map((one) => document.querySelector<HTMLElement>(one)).find(Boolean)
      if (returnFocusTo) place?.focus()
    },
    [],
  )

  return (
    <dialog
      ref={ref}
      aria-label={label}
      tabIndex={-1}
      // Not on unmount, nor if the dialog was reopened at once, as StrictMode does. React lets the event of a
      // dialog within this one bubble, and by then this one may have closed too.
      onClose={({ target }) =>
        target === ref.current && isOpen.current && !ref.current.open && onClose()
      }
      className="m-0 size-full max-h-none max-w-none overflow-hidden bg-page p-0 text-ink outline-none"
    >
      {children}
    </dialog>
  )
}

/** Whether the focused control handles this key itself. */
function isControl({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('textarea, select, input:not([type=range], [type=radio])')) return true
  if (target.matches('input')) return key.startsWith('Arrow')
  return key === ' ' && target.matches('button, summary, a')
}
