import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

type Props = {
  label: string
  onClose: () => void
  /** What a key does, by `KeyboardEvent.key`; those with Ctrl, Alt or ⌘ are the browser's. */
  keys: Record<string, () => void>
  /** Which tile has the focus when this goes. */
  returnTo?: string
  children: ReactNode
}

/** A native modal dialog over the whole window, with keys of its own. */
export function FullScreen({ label, onClose, keys, returnTo, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const here = useRef(false)
  const handlers = useRef({ keys, returnTo })

  useLayoutEffect(() => {
    handlers.current = { keys, returnTo }
  })

  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    here.current = true
    dialog.showModal()
    dialog.focus()
    // Not on the dialog: where a focused button goes away, the focus falls back to the body.
    const isOurs = ({ target }: Event) =>
      target === document.body || (target instanceof Element && target.closest('dialog') === dialog)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isOurs(event)) return
      if (isControl(event)) return
      const act = handlers.current.keys[event.key] ?? handlers.current.keys[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      here.current = false
      dialog.close()
    }
  }, [])

  // Not in the cleanup above: React puts the focus back to where it was when a commit moved it.
  useEffect(
    () => () => {
      const tile = `[data-tile="${handlers.current.returnTo}"]`
      document.querySelector<HTMLElement>(tile)?.focus()
    },
    [],
  )

  return (
    <dialog
      ref={ref}
      aria-label={label}
      tabIndex={-1}
      // Neither when it goes, nor when it was opened again at once, as StrictMode does.
      onClose={() => here.current && !ref.current?.open && onClose()}
      className="m-0 size-full max-h-none max-w-none overflow-hidden bg-page p-0 text-ink outline-none"
    >
      {children}
    </dialog>
  )
}

/** A control under the focus that takes this key itself. */
function isControl({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('textarea, select, input:not([type=range], [type=radio])')) return true
  if (target.matches('input')) return key.startsWith('Arrow')
  return key === ' ' && target.matches('button, summary, a')
}
