import { ChevronLeft, ChevronRight } from 'lucide-react'

type Props = { to: 'previous' | 'next'; disabled: boolean; onClick: () => void }

/** At the viewport's edge. On a touch screen people swipe instead. */
export function PageButton({ to, disabled, onClick }: Props) {
  const Arrow = to === 'next' ? ChevronRight : ChevronLeft
  return (
    <button
      type="button"
      aria-label={to === 'next' ? 'Next picture' : 'Previous picture'}
      title={to === 'next' ? 'Next (→)' : 'Previous (←)'}
      disabled={disabled}
      onClick={onClick}
      className={`-translate-y-1/2 absolute top-1/2 grid size-10 place-items-center rounded-full bg-panel/80 shadow-sm transition-opacity duration-150 hover:bg-panel focus-visible:opacity-100 disabled:hidden pointer-fine:opacity-0 pointer-fine:group-hover:opacity-100 pointer-coarse:hidden ${to === 'next' ? 'right-3' : 'left-3'}`}
    >
      <Arrow size={20} aria-hidden />
    </button>
  )
}
