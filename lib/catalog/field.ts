/** A JSON value, as a body to Krea may hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A request body in the model's own field names: what the form edits is what is sent. */
export type Input = { [field: string]: Json }

/** A number's range; `null` where the document sets no bound. `step` suits a slider. */
export type NumberSpec = {
  min: number | null
  max: number | null
  step: number
  integer: boolean
  default: number | null
}

export type TextSpec = {
  minLength: number
  maxLength: number | null
  pattern: string | null
  default: string | null
}

export type ChoiceSpec = { options: (string | number)[]; default: string | number | null }

/** How many items a list takes; `null` where the document sets no limit. */
export type ListSpec = { minItems: number; maxItems: number | null }

type Required = { required: boolean }

/** The properties a size is made of; a model offers some of them. */
export type SizeParts = {
  width?: NumberSpec & Required
  height?: NumberSpec & Required
  aspect_ratio?: ChoiceSpec & Required
  resolution?: ChoiceSpec & Required
}

type Common = { name: string; label: string; required: boolean }

type Weighted = ListSpec & { strength: NumberSpec; strengthRequired: boolean }

export type Field = Common &
  (
    | ({ kind: 'prompt' } & TextSpec)
    | ({ kind: 'text' } & TextSpec)
    | ({ kind: 'number' } & NumberSpec)
    | ({ kind: 'choice' } & ChoiceSpec)
    | { kind: 'toggle'; default: boolean | null }
    | ({ kind: 'seed' } & NumberSpec)
    | { kind: 'size'; parts: SizeParts }
    | { kind: 'image'; maxLength: number | null }
    | { kind: 'mask'; maxLength: number | null }
    | ({ kind: 'images'; maxLength: number | null } & ListSpec)
    | ({ kind: 'weighted-images'; urlRequired: boolean } & Weighted)
    | ({ kind: 'tagged-images'; tag: TextSpec } & ListSpec)
    | ({ kind: 'styles' } & Weighted)
    | ({ kind: 'moodboards' } & Weighted)
    | { kind: 'json'; schema: Json; default: Json | null }
  )

export type FieldKind = Field['kind']
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>

/** Price points as Krea publishes them: dollars a request, by the dimensions that set it. */
export type PricePoint = { amount: number; dimensions: Record<string, string | number | boolean> }

export type Retirement = { sunset: string | null; replacement: string | null }

export type Model = {
  /** Krea's short id, the path after `/generate/`: `image/bfl/flux-1-dev`. */
  id: string
  name: string
  /** The maker's name in words: `Black Forest Labs`. */
  maker: string
  task: string
  fields: Field[]
  /** Empty when Krea publishes no price for it. */
  prices: PricePoint[]
  /** Seconds a job takes on the average, where published. */
  typicalSeconds: number | null
  /** Names of fields that Krea has retired, and what they are called now. */
  aliases: Record<string, string>
  retirement: Retirement | null
}

/** The body's properties that a field edits: a size edits several. */
export function propertiesOf(field: Field): string[] {
  return field.kind === 'size' ? Object.keys(field.parts) : [field.name]
}

export function fieldOf<K extends FieldKind>(model: Model, kind: K): FieldOf<K> | undefined {
  return model.fields.find((field): field is FieldOf<K> => field.kind === kind)
}
