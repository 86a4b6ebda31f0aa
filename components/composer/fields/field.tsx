import { lazyPart } from '@/components/ui/lazy-part'
import type { Field } from '@/lib/catalog/field'
import { ImageField } from '../picture-input/image-field'
import { PromptField } from './prompt-field'
import { SeedField } from './seed-field'
import { SizeField } from './size-field'

// What a form begins with is at hand; the rest comes when a model or its further settings ask for it.
const Fallback = () => <div className="h-15" />
const ChoiceField = lazyPart(
  () => import('./choice-field').then((room) => room.ChoiceField),
  Fallback,
)
const JsonField = lazyPart(() => import('./json-field').then((room) => room.JsonField), Fallback)
const MaskField = lazyPart(
  () => import('../picture-input/mask-field').then((room) => room.MaskField),
  Fallback,
)
const NumberField = lazyPart(
  () => import('./number-field').then((room) => room.NumberField),
  Fallback,
)
const PicturesField = lazyPart(
  () => import('../picture-input/pictures-field').then((room) => room.PicturesField),
  Fallback,
)
const StylesField = lazyPart(
  () => import('./styles-field').then((room) => room.StylesField),
  Fallback,
)
const TextField = lazyPart(() => import('./text-field').then((room) => room.TextField), Fallback)
const ToggleField = lazyPart(
  () => import('./toggle-field').then((room) => room.ToggleField),
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
