import type { ChoiceSpec, Json, NumberSpec, TextSpec } from './field'
import type { JsonSchema } from './schema/json-schema'

export const isNumeric = ({ type }: JsonSchema) => type === 'number' || type === 'integer'

export const isChoice = (schema: JsonSchema) =>
  Array.isArray(schema.enum) && schema.enum.length > 0 && schema.enum.every(isOption)

const isOption = (value: Json) => typeof value === 'string' || typeof value === 'number'

export function choiceSpec(schema: JsonSchema): ChoiceSpec {
  const options = (Array.isArray(schema.enum) ? schema.enum : []).filter(isOption)
  return { options, default: options.find((option) => option === schema.default) ?? null }
}

export function numberSpec(schema: JsonSchema): NumberSpec {
  const [above, below] = [numberOr(schema.exclusiveMinimum), numberOr(schema.exclusiveMaximum)]
  const [from, to] = [numberOr(schema.minimum), numberOr(schema.maximum)]
  const min = above === null ? from : Math.max(above, from ?? above)
  const max = below === null ? to : Math.min(below, to ?? below)
  const integer = schema.type === 'integer'
  const multipleOf = numberOr(schema.multipleOf)
  const span = min === null || max === null ? null : max - min
  const natural = integer ? 1 : span !== null && span <= 5 ? 0.01 : 0.1
  const normal = numberOr(schema.default)
  return {
    min,
    max,
    ...(above !== null && min === above ? { minExclusive: true } : {}),
    ...(below !== null && max === below ? { maxExclusive: true } : {}),
    ...(multipleOf === null ? {} : { multipleOf }),
    step: multipleOf ?? natural,
    integer,
    default:
      normal === null || (min ?? normal) > normal || (max ?? normal) < normal ? null : normal,
  }
}

export function textSpec(schema: JsonSchema): TextSpec {
  const { format } = schema
  return {
    ...(format === 'uuid' || format === 'uri' ? { format } : {}),
    minLength: numberOr(schema.minLength) ?? 0,
    maxLength: numberOr(schema.maxLength),
    pattern: typeof schema.pattern === 'string' ? schema.pattern : null,
    default: typeof schema.default === 'string' ? schema.default : null,
  }
}

export const numberOr = (value: Json | undefined) => (typeof value === 'number' ? value : null)
export const booleanOr = (value: Json | undefined) => (typeof value === 'boolean' ? value : null)
