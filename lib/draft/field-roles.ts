import type { Field, Model } from '../catalog/field'
import { pictureField } from './picture-field'

/** What a field is for, by its kind and, for plain numbers, by the words of its name. */
export type FieldRole =
  | 'prompt'
  | 'picture'
  | 'mask'
  | 'strength'
  | 'size'
  | 'steps'
  | 'guidance'
  | 'seed'
  | 'other'

/** The order in which a person sets them. */
const order: FieldRole[] = [
  'prompt',
  'picture',
  'mask',
  'strength',
  'size',
  'steps',
  'guidance',
  'other',
  'seed',
]

export function roleOf(field: Field): FieldRole {
  switch (field.kind) {
    case 'prompt':
    case 'mask':
    case 'size':
    case 'seed':
      return field.kind
    case 'image':
    case 'images':
    case 'tagged-images':
      return 'picture'
    case 'number':
      return roleOfNumber(field.name)
    case 'weighted-images':
    case 'styles':
    case 'moodboards':
    case 'text':
    case 'choice':
    case 'toggle':
    case 'json':
      return 'other'
    default:
      return field satisfies never
  }
}

function roleOfNumber(name: string): FieldRole {
  if (/(^|_)steps$/.test(name)) return 'steps'
  if (/^(guidance|cfg)(_|$)/.test(name)) return 'guidance'
  return /^(denoising_)?strength$/.test(name) ? 'strength' : 'other'
}

/** Fewer rare fields than these are not folded. */
const minFolded = 3

/**
 * The fields of a form: those seen at first sight, in the order in which a person sets them, and the rare
 * ones, which fold. A required picture comes before a prompt that may be empty.
 */
export function arrangeFields(model: Model): { shown: Field[]; folded: Field[] } {
  const { fields } = model
  const mainPicture = pictureField(model)
  const role = (field: Field) => (field === mainPicture ? 'picture' : roleOf(field))
  const pictureFirst = fields.some(({ kind, required }) => kind === 'prompt' && !required)
  const rank = (field: Field) =>
    pictureFirst && field.required && role(field) === 'picture' ? -1 : order.indexOf(role(field))
  const sorted = fields.toSorted((a, b) => rank(a) - rank(b))
  const folded = sorted.filter((field) => !field.required && role(field) === 'other')
  return folded.length < minFolded
    ? { shown: sorted, folded: [] }
    : { shown: sorted.filter((field) => !folded.includes(field)), folded }
}

const startRoles: FieldRole[] = ['prompt', 'picture', 'size', 'steps', 'guidance']

/** The model that a fresh form begins with: the first that takes everything people set most, else the first. */
export function selectStartModel(models: Model[]): Model | undefined {
  return (
    models.find(({ fields }) => {
      const roles = new Set(fields.map(roleOf))
      return startRoles.every((role) => roles.has(role))
    }) ?? models[0]
  )
}
