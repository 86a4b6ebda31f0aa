import { TextInput } from '@/components/ui/text-input'
import { Labelled } from './labelled'

type Props = { name: string; onName: (name: string) => void }

export function VariableName({ name, onName }: Props) {
  return (
    <Labelled label="Name of the variable" hint={`Stands in the prompt as {{${name || 'name'}}}.`}>
      {(id) => (
        <TextInput
          id={id}
          value={name}
          className="max-w-xs"
          onChange={({ target }) => onName(target.value.replaceAll(/[{}]/g, ''))}
        />
      )}
    </Labelled>
  )
}
