import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Button } from './button'

/** A wide one stays where it is while its list loads: in the middle, its buttons would move up under the pointer. */
const sizes = {
  normal: 'm-auto max-h-[85dvh] w-[min(36rem,calc(100vw-2rem))]',
  wide: 'mx-auto mt-[7.5dvh] mb-auto max-h-[85dvh] w-[min(48rem,calc(100vw-2rem))]',
  full: 'm-auto h-[calc(100dvh-1rem)] max-h-none w-[calc(100vw-1rem)] max-w-none',
}

type Props = {
  open: boolean
  onClose: () => void
  title: string
  /** Without padding around the content. */
  flush?: boolean
  /** `wide` for code and tables, `full` for a canvas. */
  size?: keyof typeof sizes
  /** Asked before a close: `false` keeps the dialog open. */
  mayClose?: () => boolean
  children: ReactNode
}

/**
 * Focuses the control marked with `data-autofocus`, else the search, else the title: the browser would choose
 * the Close button. React's `autoFocus` runs before the dialog is shown, and has no effect in it.
 */
function focusStart(dialog: HTMLDialogElement): void {
  const starts = ['[data-autofocus]', '[type=search]', 'h2']
  const start = starts.map((one) => dialog.querySelector<HTMLElement>(one)).find(Boolean)
  start?.focus()
}

/** For a control that loads after its dialog has opened: takes the focus if that is still on the title. */
export function focusFromTitle(control: HTMLElement | null): void {
  if (document.activeElement instanceof HTMLHeadingElement) control?.focus()
}

/** A native modal dialog: the platform handles focus, Escape and the backdrop. */
export function Dialog({
  open,
  onClose,
  title,
  flush,
  size = 'normal',
  mayClose,
  children,
}: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // Before the dialog leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!open || !dialog) return
    dialog.showModal()
    focusStart(dialog)
    return () => dialog.close()
  }, [open])

  // Another title is another step, which has taken the focused control of the last one away.
  useLayoutEffect(() => {
    if (title && ref.current && document.activeElement === document.body) focusStart(ref.current)
  }, [title])

  const close = () => mayClose?.() === false || onClose()

  if (!open) return null
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      // Ignored if the dialog was reopened at once, as StrictMode does. React lets events of a dialog within
      // this one bubble.
      onClose={({ target }) => target === ref.current && !ref.current.open && onClose()}
      onCancel={(event) =>
        event.target === ref.current && mayClose?.() === false && event.preventDefault()
      }
      onClick={(event) => event.target === ref.current && close()}
      onKeyDown={(event) => event.stopPropagation()}
      className={`${sizes[size]} rounded-xl border bg-panel p-0 text-ink shadow-2xl backdrop:bg-black/55`}
    >
      <div className="sticky top-0 flex items-center justify-between gap-4 border-b bg-panel py-2.5 pr-2.5 pl-5">
        <h2 id={titleId} tabIndex={-1} className="font-semibold outline-none">
          {title}
        </h2>
        <Button look="quiet" size="icon" aria-label="Close" onClick={close}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      <div className={flush ? '' : 'p-5'}>{children}</div>
    </dialog>
  )
}
