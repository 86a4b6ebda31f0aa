'use client'

import dynamic from 'next/dynamic'
import { Suspense } from 'react'
import type { Field } from '@/lib/catalog/field'
import { ImageField } from './image-field'
import { PromptField } from './prompt-field'
import { SeedField } from './seed-field'
import { SizeField } from './size-field'

// What a form begins with is at hand; the rest comes when a model or its further settings ask for it, and
// is not drawn on the server: what is typed into a control whose code has yet to come would be lost.
const ChoiceField = dynamic(() => import('./choice-field').then((room) => room.ChoiceField), {
  ssr: false,
})
const JsonField = dynamic(() => import('./json-field').then((room) => room.JsonField), {
  ssr: false,
})
const MaskField = dynamic(() => import('./mask-field').then((room) => room.MaskField), {
  ssr: false,
})
const NumberField = dynamic(() => import('./number-field').then((room) => room.NumberField), {
  ssr: false,
})
const PicturesField = dynamic(() => import('./pictures-field').then((room) => room.PicturesField), {
  ssr: false,
})
const StylesField = dynamic(() => import('./styles-field').then((room) => room.StylesField), {
  ssr: false,
})
const TextField = dynamic(() => import('./text-field').then((room) => room.TextField), {
  ssr: false,
})
const ToggleField = dynamic(() => import('./toggle-field').then((room) => room.ToggleField), {
  ssr: false,
})

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
    default:
      // The rest of the page does not wait for its code.
      return (
        <Suspense fallback={<div className="h-15" />}>
          <LaterControl field={field} />
        </Suspense>
      )
  }
}

type Later = Exclude<Field, { kind: 'prompt' | 'seed' | 'size' | 'image' }>

function LaterControl({ field }: { field: Later }) {
  switch (field.kind) {
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
