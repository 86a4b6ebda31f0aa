import { type Model, propertiesOf } from '../catalog/field'
import type { Axis, AxisValue } from './definition'
import { readFieldText } from './read-field'

/** What an axis varies. */
export type AxisSubject =
  | { kind: 'field'; name: string; label: string; options: string[] | null }
  | { kind: 'model' }
  | { kind: 'words' }
  | { kind: 'variable'; name: string }

/** The fields of a model that an axis can vary, in the form's order. */
export function fieldSubjects(model: Model): AxisSubject[] {
  return model.fields.flatMap((field): AxisSubject[] => {
    if (field.kind === 'seed') return []
    if (field.kind === 'size')
      return Object.entries(field.parts).map(([name, part]) => ({
        kind: 'field',
        name,
        label: sizeLabels[name] ?? name,
        options: 'options' in part ? part.options.map(String) : null,
      }))
    const [name = field.name] = propertiesOf(field)
    return [{ kind: 'field', name, label: field.label, options: optionsOf(field) }]
  })
}

const sizeLabels: Record<string, string> = {
  aspect_ratio: 'Aspect ratio',
  resolution: 'Resolution',
  width: 'Width',
  height: 'Height',
}

function optionsOf(field: Model['fields'][number]): string[] | null {
  if (field.kind === 'choice') return field.options.map(String)
  return field.kind === 'toggle' ? ['on', 'off'] : null
}

/** An axis of texts, read as the subject takes them. */
export function axisOf(subject: AxisSubject, texts: string[], model: Model, models: Model[]): Axis {
  switch (subject.kind) {
    case 'field':
      return {
        name: subject.label,
        values: texts.map((text) => ({
          label: text,
          set: { input: { [subject.name]: readFieldText(model, subject.name, text) ?? text } },
        })),
      }
    case 'model':
      return {
        name: 'Model',
        values: texts.map((id) => ({
          label: models.find((one) => one.id === id)?.name ?? id,
          set: { model: id },
        })),
      }
    case 'words':
      return { name: `“${texts[0] ?? ''}”`, values: wordValues(texts) }
    case 'variable':
      return {
        name: subject.name,
        values: texts.map((text) => ({
          label: text,
          set: { variables: { [subject.name]: text } },
        })),
      }
    default:
      return subject satisfies never
  }
}

/** The first text is searched for in the prompt; it and each other one take its place. */
function wordValues([search = '', ...others]: string[]): AxisValue[] {
  return [search, ...others].map((text) => ({ label: text, set: { words: { [search]: text } } }))
}
