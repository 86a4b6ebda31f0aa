import type { Pin } from '@/lib/contract/reviews/verdicts'

type Props = {
  at: Pin
  label: number | '+'
  title: string
  isResolved?: boolean
  isNew?: boolean
}

/** Where a comment points. It is for the eye: the list of comments says the same in words. */
export const PinMark = ({ at, label, title, isResolved, isNew }: Props) => (
  <span
    aria-hidden
    title={title}
    style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}
    className={`-translate-x-1/2 -translate-y-1/2 pointer-events-none absolute grid size-6 place-items-center rounded-full border-2 border-white font-semibold text-2xs shadow-md ${isNew ? 'bg-black text-white' : isResolved ? 'bg-neutral-500 text-white' : 'bg-accent text-on-accent'}`}
  >
    {label}
  </span>
)
