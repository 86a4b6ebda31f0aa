import { useState } from 'react'
import { Select } from '@/components/ui/select'
import type { Model } from '@/lib/catalog/field'
import { formatPrice, freshPrice } from '@/lib/draft/price'
import { type AxisSubject, axisOf, fieldSubjects } from '@/lib/experiment/axis-subject'
import type { Axis } from '@/lib/experiment/definition'
import { Labelled } from './labelled'
import { OptionTicks } from './option-ticks'
import { TablePaste } from './table-paste'
import { ValuesText } from './values-text'
import { VariableName } from './variable-name'

type Props = {
  model: Model
  models: Model[]
  /** Names of the `{{variables}}` in the request. */
  variables: string[]
  onAdd: (axis: Axis) => void
}

/** The form for one more axis: what varies, then its values. */
export function NewAxis({ model, models, variables, onAdd }: Props) {
  const fields = fieldSubjects(model)
  const [choice, setChoice] = useState('')
  const [variable, setVariable] = useState('')
  const subject = subjectOf(choice, fields, variable)
  const add = (subject: AxisSubject) => (texts: string[]) => {
    onAdd(axisOf(subject, texts, model, models))
    setChoice('')
  }
  return (
    <div className="grid gap-4 rounded-lg border border-dashed p-3">
      <Labelled label="Add something to vary">
        {(id) => (
          <Select
            id={id}
            value={choice}
            onChange={({ target }) => setChoice(target.value)}
            className="max-w-xs"
          >
            <option value="">Choose…</option>
            <option value="model">Model</option>
            <option value="words">Words of the prompt</option>
            {variables.map((name) => (
              <option key={name} value={`variable ${name}`}>
                {`{{${name}}}`}
              </option>
            ))}
            <option value="variable">A new variable</option>
            <option value="table">Rows of a table</option>
            <optgroup label={`Settings of ${model.name}`}>
              {fields.map((field) =>
                field.kind === 'field' ? (
                  <option key={field.name} value={`field ${field.name}`}>
                    {field.label}
                  </option>
                ) : null,
              )}
            </optgroup>
          </Select>
        )}
      </Labelled>
      {choice === 'table' ? (
        <TablePaste
          model={model}
          onAdd={(axis) => {
            onAdd(axis)
            setChoice('')
          }}
        />
      ) : null}
      {choice === 'variable' ? <VariableName name={variable} onName={setVariable} /> : null}
      {subject ? (
        <SubjectValues
          key={choice}
          subject={subject}
          model={model}
          models={models}
          onAdd={add(subject)}
        />
      ) : null}
    </div>
  )
}

function subjectOf(choice: string, fields: AxisSubject[], variable: string): AxisSubject | null {
  if (choice === 'model' || choice === 'words') return { kind: choice }
  const [, known] = /^variable (.+)$/.exec(choice) ?? []
  if (known) return { kind: 'variable', name: known }
  if (choice === 'variable') return variable ? { kind: 'variable', name: variable } : null
  return fields.find((field) => field.kind === 'field' && `field ${field.name}` === choice) ?? null
}

type ValuesProps = {
  subject: AxisSubject
  model: Model
  models: Model[]
  onAdd: (texts: string[]) => void
}

function SubjectValues({ subject, model, models, onAdd }: ValuesProps) {
  if (subject.kind === 'model')
    return (
      <OptionTicks
        options={models.map((one) => ({
          value: one.id,
          label: one.name,
          note: formatPrice(freshPrice(one)),
        }))}
        // It is compared with something: the model at hand.
        initial={[model.id]}
        noun="model"
        onAdd={onAdd}
      />
    )
  if (subject.kind === 'field' && subject.options)
    return (
      <OptionTicks
        options={subject.options.map((value) => ({ value, label: value }))}
        noun="value"
        onAdd={onAdd}
      />
    )
  return (
    <ValuesText
      hint={
        subject.kind === 'words'
          ? 'First the words as they stand in the prompt, then what takes their place, each on a line.'
          : 'One a line, or with commas. Ranges: 10, 20, .., 50'
      }
      onAdd={onAdd}
    />
  )
}
