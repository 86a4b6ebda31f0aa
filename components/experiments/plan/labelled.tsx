import { type ReactNode, useId } from 'react'

type Props = { label: string; hint?: string; children: (id: string) => ReactNode }

/** A label above its control, and a hint below it. */
export function Labelled({ label, hint, children }: Props) {
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-[0.8125rem]">
        {label}
      </label>
      {children(id)}
      {hint ? <p className="text-muted text-xs">{hint}</p> : null}
    </div>
  )
}

export const textAreaClass =
  'min-h-16 w-full resize-y rounded-md border border-control bg-panel px-2.5 py-2 text-[0.8125rem] hover:border-ink/60 aria-invalid:border-danger pointer-coarse:text-base'
