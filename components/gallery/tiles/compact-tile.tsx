import type { ReactNode } from 'react'

type Props = { title: ReactNode; note: string; className?: string; children: ReactNode }

/** A record without a picture: a few lines and its buttons. */
export const CompactTile = ({ title, note, className = '', children }: Props) => (
  <div
    className={`flex size-full items-center gap-3 rounded-md border bg-panel px-3 py-1.5 text-xs ${className}`}
  >
    <div className="min-w-0 flex-1">
      <p className="line-clamp-2 text-pretty font-medium">{title}</p>
      <p className="truncate text-muted" dir="auto">
        {note}
      </p>
    </div>
    <div className="flex shrink-0 items-center gap-1">{children}</div>
  </div>
)
