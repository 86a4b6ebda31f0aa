import { ArrowUp } from 'lucide-react'
import { createStore } from '@/lib/browser/create-store'

/** Px: about a row of tiles and the heading of its day. */
const scrolledAwayPx = 400

const scrolledAway = createStore(false, (write) => {
  const measure = () => write(scrollY > scrolledAwayPx)
  measure()
  addEventListener('scroll', measure, { passive: true })
  return () => removeEventListener('scroll', measure)
})

/** Leads back to the running jobs, whose tiles are above what is in view. */
export function RunningPill({ running }: { running: number }) {
  if (!scrolledAway.use() || running === 0) return null
  return (
    <button
      type="button"
      onClick={() => scrollTo({ top: 0 })}
      className="absolute top-full left-1/2 mt-2 inline-flex h-8 -translate-x-1/2 items-center gap-1.5 rounded-full bg-ink px-3.5 font-medium text-page text-xs tabular-nums shadow-lg pointer-coarse:h-11"
    >
      {running} running
      <ArrowUp size={14} aria-hidden />
    </button>
  )
}
