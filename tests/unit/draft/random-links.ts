import type { Field, Input, Json, Model, NumberSpec } from '../../../lib/catalog/field'

type Random = () => number

/** Mulberry32: a small seeded generator, so that a failure comes again. */
export function pseudorandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const words = [
  'fox',
  'a & b = c',
  '100%',
  '“dusk”',
  'שקיעה',
  '日没',
  '🌅',
  '+1',
  '#slow',
  'line\nbreak',
  '?x=/:,;',
]

/** A body the model accepts: every required property, and about half of the others. */
export function randomInput(model: Model, random: Random): Input {
  return Object.fromEntries(model.fields.flatMap((field) => randomField(field, random)))
}

function randomField(field: Field, random: Random): [string, Json][] {
  if (field.kind === 'size')
    return Object.entries(field.parts).flatMap(([name, part]): [string, Json][] =>
      part.required || random() < 0.5
        ? [[name, 'options' in part ? pick(part.options, random) : number(part, random)]]
        : [],
    )
  return field.required || random() < 0.5 ? [[field.name, randomValue(field, random)]] : []
}

function randomValue(field: Exclude<Field, { kind: 'size' }>, random: Random): Json {
  switch (field.kind) {
    case 'prompt':
    case 'text':
      return `${pick(words, random)} ${pick(words, random)} ${pick(words, random)}`
    case 'number':
    case 'seed':
      return number(field, random)
    case 'choice':
      return pick(field.options, random)
    case 'toggle':
      return random() < 0.5
    case 'image':
    case 'mask':
      return address(random)
    case 'images':
      return several(field, random, () => address(random))
    case 'weighted-images':
      return several(field, random, () => ({
        url: address(random),
        strength: number(field.strength, random),
      }))
    case 'tagged-images':
      return several(field, random, (at) => ({ url: address(random), tag: `tag_${at}` }))
    case 'styles':
    case 'moodboards':
      return several(field, random, (at) => ({
        id:
          field.id.format === 'uuid' ? `${at}2345678-0000-4000-8000-00000000000${at}` : `id-${at}`,
        strength: number(field.strength, random),
      }))
    case 'json':
      return { any: [1, null, 'text'] }
    default:
      return field satisfies never
  }
}

function number({ min, max, integer }: NumberSpec, random: Random): number {
  const low = min ?? -50
  const value = low + random() * ((max ?? low + 4000) - low)
  return integer ? Math.floor(value) : value
}

function several(
  { minItems, maxItems }: { minItems: number; maxItems: number | null },
  random: Random,
  make: (at: number) => Json,
): Json[] {
  const most = Math.min(maxItems ?? 4, 4)
  const length = minItems + Math.floor(random() * (most - minItems + 1))
  return Array.from({ length }, (_, at) => make(at))
}

const address = (random: Random) =>
  `https://pictures.example/${pick(['a', 'b%20c', 'é'], random)}.png?v=${random()}&w=1`

function pick<T>(items: T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
