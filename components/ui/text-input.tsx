import type { ComponentProps } from 'react'

/** A one-line text field. On a phone its text is 16 px: with less, Safari zooms in. */
export function TextInput({ className = '', ...props }: ComponentProps<'input'>) {
  return (
    <input
      autoComplete="off"
      className={`h-8 w-full min-w-0 rounded-md border border-control bg-panel px-2.5 text-[0.8125rem] hover:border-ink/60 aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-base ${className}`}
      {...props}
    />
  )
}
