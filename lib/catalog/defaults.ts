import type { Field, Input, Json, Model, NumberSpec, SizeParts } from './field'

/** The largest seed that every model takes. */
const maxSeed = 2 ** 31 - 1

/** @param random a number in [0, 1), as `Math.random` gives. */
export function randomSeed(random: () => number = Math.random): number {
  return Math.floor(random() * maxSeed)
}

/**
 * What a fresh form holds: required fields that have a natural value. The rest is unset: Krea's own
 * defaults hold, and are shown but not sent.
 */
export function defaultInput(model: Model): Input {
  return Object.fromEntries(model.fields.flatMap(defaultOf))
}

function defaultOf(field: Field): [string, Json][] {
  if (field.kind === 'size') return sizeDefaults(field.parts)
  if (!field.required) return []
  switch (field.kind) {
    case 'choice': {
      const value = field.default ?? field.options[0]
      return value === undefined ? [] : [[field.name, value]]
    }
    case 'number': {
      const value = field.default ?? (field.min === null ? null : allowedNear(field.min, field))
      return value === null ? [] : [[field.name, value]]
    }
    case 'toggle':
      return [[field.name, field.default ?? false]]
    case 'prompt':
    case 'text':
    case 'seed':
    case 'image':
    case 'mask':
    case 'images':
    case 'weighted-images':
    case 'tagged-images':
    case 'styles':
    case 'moodboards':
    case 'json':
      return []
    default:
      return field satisfies never
  }
}

function sizeDefaults(parts: SizeParts): [string, Json][] {
  return Object.entries(parts).flatMap(([name, part]): [string, Json][] => {
    if (!part.required || part.default !== null) return part.required ? [[name, part.default]] : []
    if ('options' in part) {
      const value = part.options.includes('1:1') ? '1:1' : part.options[0]
      return value === undefined ? [] : [[name, value]]
    }
    return [[name, allowedNear(1024, part)]]
  })
}

/** The number nearest to `value` that the spec takes. */
function allowedNear(value: number, spec: NumberSpec): number {
  const { min, max, minExclusive, maxExclusive, multipleOf, step } = spec
  const low = min === null ? Number.NEGATIVE_INFINITY : minExclusive ? min + step : min
  const high = max === null ? Number.POSITIVE_INFINITY : maxExclusive ? max - step : max
  const inside = Math.min(Math.max(value, low), high)
  if (multipleOf === undefined) return inside
  const below = Math.floor(inside / multipleOf) * multipleOf
  return below < low ? below + multipleOf : below
}
