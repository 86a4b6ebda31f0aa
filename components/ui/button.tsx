import type { ComponentProps } from 'react'

/** A transparent border is visible in forced colours. */
const looks = {
  primary: 'border border-transparent bg-ink text-page hover:bg-ink/85',
  outline: 'border border-line-strong bg-panel hover:bg-hover',
  quiet: 'text-muted hover:bg-hover hover:text-ink',
  danger: 'border border-transparent bg-danger-soft text-danger hover:bg-danger hover:text-page',
}

const sizes = {
  /** At least 44 px high on touch screens. */
  md: 'h-9 px-3.5 text-sm pointer-coarse:h-11',
  sm: 'h-7 px-2.5 text-xs pointer-coarse:h-11 pointer-coarse:px-3.5',
  icon: 'size-8 pointer-coarse:size-11',
}

type Props = ComponentProps<'button'> & { look?: keyof typeof looks; size?: keyof typeof sizes }

export function Button({ look = 'outline', size = 'md', className = '', ...props }: Props) {
  return (
    <button
      type="button"
      className={`inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors duration-150 disabled:pointer-events-none disabled:opacity-45 ${looks[look]} ${sizes[size]} ${className}`}
      {...props}
    />
  )
}
