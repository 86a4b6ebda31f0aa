import { type ComponentProps, useId } from 'react'
import { TextInput } from '@/components/ui/text-input'

type Props = Omit<ComponentProps<typeof TextInput>, 'onChange'> & {
  label: string
  hint?: string
  onChange: (text: string) => void
}

/** A box under its label. */
export function LabelledInput({ label, hint, onChange, ...props }: Props) {
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-[0.8125rem]">
        {label} {hint && <span className="font-normal text-2xs text-muted">{hint}</span>}
      </label>
      <TextInput {...props} id={id} onChange={({ target }) => onChange(target.value)} />
    </div>
  )
}
