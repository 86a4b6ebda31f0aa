import type { ReactNode } from 'react'
import { Popover } from './popover'

type Props = { id: string; label: string; children: ReactNode }

/** A label about the whole page. A click opens its explanation. */
export function Badge({ id, label, children }: Props) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="relative h-6 rounded-full border border-accent/50 bg-accent-soft px-2.5 font-medium text-accent text-xs after:absolute after:-inset-2.5 hover:border-accent"
      >
        {label}
      </button>
      <Popover id={id} label={label} className="top-13 left-4">
        <div className="grid gap-3 text-[0.8125rem]">{children}</div>
      </Popover>
    </>
  )
}
