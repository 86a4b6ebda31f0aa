import type { ReactNode } from 'react'
import { formatDay } from '@/lib/record/days'
import type { DayBox } from './layout'

/** A day's tiles, under a heading that stays in view as long as they do. */
export function DaySection({ section, children }: { section: DayBox; children: ReactNode }) {
  const { start, top, height } = section
  return (
    <div className="absolute inset-x-0" style={{ top, height }}>
      <h2 className="sticky top-24 z-5 -mx-3 flex h-10 items-center bg-page/90 px-3 font-medium text-muted text-xs backdrop-blur-sm">
        {formatDay(start, Date.now())}
      </h2>
      <ul className="contents">{children}</ul>
    </div>
  )
}
