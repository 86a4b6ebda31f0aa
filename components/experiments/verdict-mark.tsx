import { Check, X } from 'lucide-react'
import type { CellVerdict } from '@/lib/experiment/judge/verdicts'

/** The verdict on a picture, in its corner. */
export function VerdictMark({ verdict: { kept, rating } }: { verdict: CellVerdict }) {
  if (kept === null && rating === null) return null
  return (
    <span className="absolute top-1 right-1 flex items-center gap-1 rounded bg-black/70 px-1.5 py-0.5 font-medium text-2xs text-white tabular-nums">
      {kept === true ? <Check size={12} aria-label="Kept" /> : null}
      {kept === false ? <X size={12} aria-label="Rejected" /> : null}
      {rating === null ? null : `${rating}/5`}
    </span>
  )
}
