import { type ReactNode, useId } from 'react'

type Props = { label: string; hint?: string; children: (id: string) => ReactNode }

export function Labelled({ label, hint, children }: Props) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium text-[0.8125rem]">
        {label}
        {hint ? <span className="ml-1.5 font-normal text-muted text-xs">{hint}</span> : null}
      </label>
      {children(id)}
    </div>
  )
}
