import { Check, Plus } from 'lucide-react'

type Props = { name: string; isPicked: boolean; onToggle: () => void; className?: string }

export const PickButton = ({ name, isPicked, onToggle, className = '' }: Props) => (
  <button
    type="button"
    aria-label={`Pick ${name}`}
    aria-pressed={isPicked}
    onClick={onToggle}
    className={`inline-flex h-9 select-none items-center justify-center gap-1.5 rounded-full border px-3.5 font-medium text-sm transition-colors duration-150 pointer-coarse:h-11 ${isPicked ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-panel hover:bg-hover'} ${className}`}
  >
    {isPicked ? <Check size={16} aria-hidden /> : <Plus size={16} aria-hidden />}
    {isPicked ? 'Picked' : 'Pick'}
  </button>
)
