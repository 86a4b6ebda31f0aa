import * as z from 'zod/mini'
import type { Field, Model, NumberSpec, TextSpec } from './field'

const numberOrNull = z.nullable(z.number())
const stringOrNull = z.nullable(z.string())
const option = z.union([z.string(), z.number()])

const yes = z.optional(z.literal(true))

const number = {
  nullable: yes,
  minExclusive: yes,
  maxExclusive: yes,
  multipleOf: z.optional(z.number()),
  min: numberOrNull,
  max: numberOrNull,
  step: z.number(),
  integer: z.boolean(),
  default: numberOrNull,
}
const text = {
  nullable: yes,
  format: z.optional(z.enum(['uuid', 'uri'])),
  minLength: z.number(),
  maxLength: numberOrNull,
  pattern: stringOrNull,
  default: stringOrNull,
}
const choice = { nullable: yes, options: z.array(option), default: z.nullable(option) }
const list = { minItems: z.number(), maxItems: numberOrNull }
const numberSpec: z.ZodMiniType<NumberSpec> = z.object(number)
const textSpec: z.ZodMiniType<TextSpec> = z.object(text)
const weighted = {
  ...list,
  openItems: yes,
  strength: numberSpec,
  strengthRequired: z.boolean(),
}
const maxLength = numberOrNull
const url = { maxLength, urlNullable: yes }
const common = {
  name: z.string(),
  label: z.string(),
  required: z.boolean(),
  nullable: yes,
  description: z.optional(z.string()),
}

const pixels = z.optional(z.object({ ...number, required: z.boolean() }))
const options = z.optional(z.object({ ...choice, required: z.boolean() }))
const parts = z.object({
  width: pixels,
  height: pixels,
  aspect_ratio: options,
  resolution: options,
})

const fields = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('prompt'), ...text }),
  z.object({ ...common, kind: z.literal('text'), ...text }),
  z.object({ ...common, kind: z.literal('number'), ...number }),
  z.object({ ...common, kind: z.literal('choice'), ...choice }),
  z.object({ ...common, kind: z.literal('toggle'), default: z.nullable(z.boolean()) }),
  z.object({ ...common, kind: z.literal('seed'), ...number }),
  z.object({ ...common, kind: z.literal('size'), parts }),
  z.object({ ...common, kind: z.literal('image'), maxLength }),
  z.object({ ...common, kind: z.literal('mask'), maxLength }),
  z.object({ ...common, kind: z.literal('images'), ...list, ...url }),
  z.object({
    ...common,
    kind: z.literal('weighted-images'),
    ...weighted,
    ...url,
    urlRequired: z.boolean(),
  }),
  z.object({
    ...common,
    kind: z.literal('tagged-images'),
    ...list,
    ...url,
    openItems: yes,
    tag: textSpec,
  }),
  z.object({ ...common, kind: z.literal('styles'), ...weighted, id: textSpec }),
  z.object({ ...common, kind: z.literal('moodboards'), ...weighted, id: textSpec }),
  z.object({ ...common, kind: z.literal('json'), schema: z.json(), default: z.json() }),
])

/** Without this, a kind of field that the schema lacks would pass the compiler. */
type HasEveryKind = Field['kind'] extends z.output<typeof fields>['kind'] ? unknown : never
const field: z.ZodMiniType<Field> = fields satisfies HasEveryKind

/** A model as it comes over the wire from our own server: no narrower and no wider than `Model`. */
export const modelSchema: z.ZodMiniType<Model> = z.object({
  id: z.string(),
  name: z.string(),
  maker: z.string(),
  task: z.string(),
  description: z.optional(z.string()),
  fields: z.array(field),
  prices: z.array(
    z.object({
      amount: z.number(),
      dimensions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
  computeUnits: z.optional(z.array(z.object({ amount: z.number(), when: stringOrNull }))),
  typicalSeconds: numberOrNull,
  aliases: z.record(z.string(), z.string()),
  retirement: z.nullable(z.object({ sunset: stringOrNull, replacement: stringOrNull })),
})
