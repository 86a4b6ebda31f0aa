/** A JSON value, as a body to Krea may hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A request body in the model's own field names: what the form edits is what is sent. */
export type Input = { [field: string]: Json }

/** `nullable`: the document takes `null` as a value. Members that may be absent say what is rare. */
type Nullable = { nullable?: true }

/** A number's range; `null` where the document sets no bound. `step` suits a slider. */
export type NumberSpec = Nullable & {
  min: number | null
  max: number | null
  /** The bound itself is refused. */
  minExclusive?: true
  maxExclusive?: true
  multipleOf?: number
  step: number
  integer: boolean
  default: number | null
}

/** Lengths are in Unicode characters, as JSON Schema counts. */
export type TextSpec = Nullable & {
  format?: 'uuid' | 'uri'
  minLength: number
  maxLength: number | null
  /** Valid, and quick for every text. */
  pattern: string | null
  default: string | null
}

export type ChoiceSpec = Nullable & {
  options: (string | number)[]
  default: string | number | null
}

/** How many items a list takes; `null` where the document sets no limit. */
export type ListSpec = { minItems: number; maxItems: number | null }

/** A picture's address. */
type UrlSpec = { maxLength: number | null; urlNullable?: true }

/** A list's items take members beyond those named here. */
type OpenItems = { openItems?: true }

type Required = { required: boolean }

/** The properties a size is made of; a model offers some of them. */
export type SizeParts = {
  width?: NumberSpec & Required
  height?: NumberSpec & Required
  aspect_ratio?: ChoiceSpec & Required
  resolution?: ChoiceSpec & Required
}

type Common = Nullable & { name: string; label: string; required: boolean; description?: string }

type Weighted = ListSpec & OpenItems & { strength: NumberSpec; strengthRequired: boolean }

type WithId = { id: TextSpec }

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
    | ({ kind: 'images' } & UrlSpec & ListSpec)
    | ({ kind: 'weighted-images'; urlRequired: boolean } & UrlSpec & Weighted)
    | ({ kind: 'tagged-images'; tag: TextSpec } & UrlSpec & OpenItems & ListSpec)
    | ({ kind: 'styles' } & WithId & Weighted)
    | ({ kind: 'moodboards' } & WithId & Weighted)
    | { kind: 'json'; schema: Json; default: Json | null }
  )

/** A field without what all share; distributes over the kinds, so that each keeps its members. */
export type Bare<F = Field> = F extends Field ? Omit<F, keyof Common> : never

export type FieldKind = Field['kind']
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>

/** Price points as Krea publishes them: dollars a request, by the dimensions that set it. */
export type PricePoint = { amount: number; dimensions: Record<string, string | number | boolean> }

/** A price in Krea's units of old, `when` a case such as `Resolution 4K` holds; `null` for always. */
export type ComputeUnits = { amount: number; when: string | null }

export type Retirement = { sunset: string | null; replacement: string | null }

export type Model = {
  /** Krea's short id, the path after `/generate/`: `image/bfl/flux-1-dev`. */
  id: string
  name: string
  /** The maker's name in words: `Black Forest Labs`. */
  maker: string
  task: string
  /** The document's own words on it, which may hold Markdown. */
  description?: string
  fields: Field[]
  /** Empty when Krea publishes no price for it. */
  prices: PricePoint[]
  computeUnits?: ComputeUnits[]
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
