import { TextInput } from '@/components/ui/text-input'
import { variablesIn } from '@/lib/experiment/template'
import { Labelled } from './labelled'
import type { PlanProps } from './plan-props'

/** A value for each `{{variable}}` of the base request, where no axis sets one. */
export function VariablesField({ definition, onChange }: PlanProps) {
  const isSet = (name: string) =>
    definition.axes.some(({ values }) =>
      values.every(({ set }) => set.variables && Object.hasOwn(set.variables, name)),
    )
  const names = variablesIn(definition.input).filter((name) => !isSet(name))
  if (names.length === 0) return null
  return (
    <section aria-label="Variables" className="grid gap-3 sm:grid-cols-2">
      {names.map((name) => (
        <Labelled key={name} label={`{{${name}}}`}>
          {(id) => (
            <TextInput
              id={id}
              value={Object.hasOwn(definition.variables, name) ? definition.variables[name] : ''}
              onChange={({ target }) =>
                onChange({
                  ...definition,
                  variables: { ...definition.variables, [name]: target.value },
                })
              }
            />
          )}
        </Labelled>
      ))}
    </section>
  )
}
