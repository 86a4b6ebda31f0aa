import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'

export function Select({ className = '', children, ...props }: ComponentProps<'select'>) {
  return (
    <span className={`relative inline-flex ${className}`}>
      <select
        className="h-8 w-full cursor-pointer appearance-none rounded-md border border-control bg-panel pr-7 pl-2.5 text-[0.8125rem] hover:border-ink/60 aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-base"
        {...props}
      >
        {children}
      </select>
      <ChevronDown
        size={14}
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2 text-muted"
      />
    </span>
  )
}
