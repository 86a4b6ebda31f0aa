import { lazyPart } from '@/components/ui/lazy-part'
import type { Field } from '@/lib/catalog/field'
import { ImageField } from '../picture-input/image-field'
import { NumberField } from './number/number-field'
import { PromptField } from './prompt-field'
import { SeedField } from './seed-field'
import { SizeField } from './size/size-field'

// The fields of the first form are part of the page; others load when a model needs them.
const Fallback = () => <div className="h-15" />
const ChoiceField = lazyPart(
  () => import('./choice-field').then((file) => file.ChoiceField),
  Fallback,
)
const JsonField = lazyPart(() => import('./json-field').then((file) => file.JsonField), Fallback)
const MaskField = lazyPart(
  () => import('../mask/mask-field').then((file) => file.MaskField),
  Fallback,
)
const PicturesField = lazyPart(
  () => import('../picture-input/pictures-field').then((file) => file.PicturesField),
  Fallback,
)
const StylesField = lazyPart(
  () => import('./styles-field').then((file) => file.StylesField),
  Fallback,
)
const TextField = lazyPart(() => import('./text-field').then((file) => file.TextField), Fallback)
const ToggleField = lazyPart(
  () => import('./toggle-field').then((file) => file.ToggleField),
  Fallback,
)

/** The control of every kind of field. A new kind does not compile until it has its own. */
export function FieldControl({ field }: { field: Field }) {
  switch (field.kind) {
    case 'prompt':
      return <PromptField field={field} />
    case 'seed':
      return <SeedField field={field} />
    case 'size':
      return <SizeField field={field} />
    case 'image':
      return <ImageField field={field} />
    case 'text':
      return <TextField field={field} />
    case 'number':
      return <NumberField field={field} />
    case 'choice':
      return <ChoiceField field={field} />
    case 'toggle':
      return <ToggleField field={field} />
    case 'images':
    case 'weighted-images':
    case 'tagged-images':
      return <PicturesField field={field} />
    case 'styles':
    case 'moodboards':
      return <StylesField field={field} />
    case 'mask':
      return <MaskField field={field} />
    case 'json':
      return <JsonField field={field} />
    default:
      return field satisfies never
  }
}
