import type { ReactNode } from 'react'

type Props = {
  id: string
  label: string
  className?: string
  onOpen?: () => void
  children: ReactNode
}

/** A native popover: opened by a button with `popoverTarget`, closed by Escape or a click elsewhere. */
export function Popover({ id, label, className = '', onOpen, children }: Props) {
  return (
    <section
      id={id}
      popover="auto"
      aria-label={label}
      // React lets the event of what opens within this one bubble.
      onToggle={({ newState, target, currentTarget }) =>
        target === currentTarget && newState === 'open' && onOpen?.()
      }
      className={`fixed inset-auto m-0 max-h-[80dvh] w-[min(22rem,calc(100vw-2rem))] overflow-y-auto rounded-xl border bg-panel p-4 text-ink shadow-xl ${className}`}
    >
      {children}
    </section>
  )
}
