import type { Field, Json, Model, SizeParts } from '../catalog/field'

type Part = NonNullable<SizeParts[keyof SizeParts]>

/**
 * The value of a text from a list or table for a property of the model. A text that does not fit goes
 * on as it is, so that the check of the request names it. `undefined` where there is no such property.
 */
export function readFieldText(model: Model, name: string, text: string): Json | undefined {
  for (const field of model.fields) {
    if (field.kind === 'size') {
      const part = Object.entries(field.parts).find(([property]) => property === name)?.[1]
      if (part) return partValue(part, text)
    } else if (field.name === name) return fieldValue(field, text)
  }
  return undefined
}

const partValue = (part: Part, text: string): Json =>
  'options' in part ? optionValue(part.options, text) : numberValue(text)

function fieldValue(field: Exclude<Field, { kind: 'size' }>, text: string): Json {
  switch (field.kind) {
    case 'prompt':
    case 'text':
    case 'image':
    case 'mask':
      return text
    case 'number':
    case 'seed':
      return numberValue(text)
    case 'choice':
      return optionValue(field.options, text)
    case 'toggle':
      return toggleValue(text)
    case 'images':
      return text.split(/\s+/).filter(Boolean)
    case 'weighted-images':
    case 'tagged-images':
    case 'styles':
    case 'moodboards':
    case 'json':
      return jsonValue(text)
    default:
      return field satisfies never
  }
}

const optionValue = (options: (string | number)[], text: string): Json =>
  options.find((option) => String(option) === text) ?? text

function numberValue(text: string): Json {
  const value = Number(text.trim())
  return text.trim() !== '' && Number.isFinite(value) ? value : text
}

const toggles: Record<string, boolean> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
}

function toggleValue(text: string): Json {
  const word = text.trim().toLowerCase()
  return Object.hasOwn(toggles, word) ? (toggles[word] ?? text) : text
}

function jsonValue(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
