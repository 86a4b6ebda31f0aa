import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  /** The content reaches the edges. */
  flush?: boolean
  /** For code and tables. */
  wide?: boolean
  children: ReactNode
}

/** A native modal dialog: focus, Escape and the backdrop are the platform's. */
export function Dialog({ open, onClose, title, flush, wide, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = ref.current
    if (!open || !dialog) return
    dialog.showModal()
    return () => dialog.close()
  }, [open])

  if (!open) return null
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      // A close that was followed by an opening again, as StrictMode does, is none.
      onClose={() => ref.current?.open || onClose()}
      onClick={(event) => event.target === ref.current && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
      className={`m-auto max-h-[85dvh] ${wide ? 'w-[min(48rem,calc(100vw-2rem))]' : 'w-[min(36rem,calc(100vw-2rem))]'} rounded-xl border bg-panel p-0 text-ink shadow-2xl backdrop:bg-black/55`}
    >
      <div className="sticky top-0 flex items-center justify-between gap-4 border-b bg-panel py-2.5 pr-2.5 pl-5">
        <h2 id={titleId} className="font-semibold">
          {title}
        </h2>
        <Button look="quiet" size="icon" aria-label="Close" onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      <div className={flush ? '' : 'p-5'}>{children}</div>
    </dialog>
  )
}
