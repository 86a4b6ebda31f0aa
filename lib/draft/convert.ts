import { defaultInput } from '../catalog/defaults'
import { type Field, type Input, type Json, type Model, propertiesOf } from '../catalog/field'
import { validateInput } from '../catalog/validate'
import { picturesOf } from './picture-field'
import { takesPictures, unusedPictures, withPictures } from './pictures'
import { askedRatio, nearestRatio } from './size/match-size'
import { fitPixels, ratioOptions, sameRatio } from './size/size'

export type ConvertedDraft = {
  input: Input
  /** Values the new model does not take, by their old names, restored on the way back. */
  unusedValues: Input
  /** Labels of the fields whose values did not fit the new model. */
  dropped: string[]
}

/** Converts a body to another model. @param unusedValues left over from earlier conversions */
export function convertDraft(
  from: Model | null,
  to: Model,
  input: Input,
  unusedValues: Input,
): ConvertedDraft {
  const pool = { ...unusedValues, ...input }
  const converted: Input = { ...defaultInput(to), ...convertSize(to, input, unusedValues) }
  for (const field of to.fields) {
    if (field.kind === 'size') continue
    const value = pool[field.name]
    if (value !== undefined && fits(to, field, value)) converted[field.name] = value
  }
  const moved = convertPictures(from, to, converted, input, unusedValues)
  const unused = Object.entries(pool).filter(([name]) => !same(moved[name], pool[name]))
  return {
    input: moved,
    unusedValues: Object.fromEntries(unused),
    dropped: from === null ? [] : droppedLabels(from, to, input, moved),
  }
}

/** A prompt that is too long stays: its author can shorten it. */
function fits(model: Model, field: Field, value: Json): boolean {
  if (field.kind === 'prompt') return typeof value === 'string'
  return !validateInput(model, { [field.name]: value }).some(
    ({ path }) => path === field.name || path.startsWith(`${field.name}.`),
  )
}

function convertSize(to: Model, input: Input, unusedValues: Input): Input {
  const size = to.fields.find((field) => field.kind === 'size')
  if (!size) return {}
  const converted: Input = {}
  const pool = { ...unusedValues, ...input }
  const ratio = askedRatio(input) ?? askedRatio(unusedValues)
  const { aspect_ratio, resolution, width, height } = size.parts
  const wanted = pool.resolution
  if (resolution && wanted !== undefined && resolution.options.some((option) => option === wanted))
    converted.resolution = wanted
  if (ratio === null) return converted
  const exact = askedRatio({ width: pool.width ?? null, height: pool.height ?? null })
  const exactFits = exact !== null && sameShape(exact, ratio, ratioOptions(size.parts))
  if (aspect_ratio && !(exactFits && 'width' in input && width && height)) {
    const near = nearestRatio(aspect_ratio.options.map(String), ratio)
    return near === null ? converted : { ...converted, aspect_ratio: near }
  }
  const pixels = { width: pool.width ?? null, height: pool.height ?? null }
  if (exactFits && validSize(to, pixels)) return { ...converted, ...pixels }
  const area =
    typeof pixels.width === 'number' && typeof pixels.height === 'number' && exact !== null
      ? pixels.width * pixels.height
      : undefined
  return { ...converted, ...fitPixels({ width, height }, ratio, area) }
}

const sameShape = (a: number, b: number, options: string[]) =>
  sameRatio(a, b) || nearestRatio(options, a) === nearestRatio(options, b)

const validSize = (model: Model, pixels: Input) =>
  !validateInput(model, pixels).some(({ path }) => path === 'width' || path === 'height')

/**
 * Moves pictures between fields such as `image_url` and `image_urls`, also across a model that takes
 * none.
 */
function convertPictures(
  from: Model | null,
  to: Model,
  converted: Input,
  input: Input,
  unusedValues: Input,
): Input {
  if (from === null) return converted
  const pictures = takesPictures(from) ? picturesOf(from, input) : unusedPictures(unusedValues)
  return pictures.length === 0 || picturesOf(to, converted).length > 0
    ? converted
    : (withPictures(to, converted, pictures) ?? converted)
}

function droppedLabels(from: Model, to: Model, input: Input, moved: Input): string[] {
  const rest = new Set(picturesOf(to, moved))
  return from.fields
    .filter((field) => {
      if (field.kind === 'size') return askedRatio(input) !== null && askedRatio(moved) === null
      const value = input[field.name]
      if (value === undefined || value === '' || same(value, moved[field.name])) return false
      if (field.kind === 'seed') return false
      const pictures = picturesOf({ ...from, fields: [field] }, input)
      return pictures.length === 0 || pictures.some((url) => !rest.has(url))
    })
    .filter((field) => !isDefault(field, input))
    .map(({ label }) => label)
}

function isDefault(field: Field, input: Input): boolean {
  return 'default' in field && propertiesOf(field).every((name) => same(input[name], field.default))
}

const same = (a: Json | undefined, b: Json | undefined) => JSON.stringify(a) === JSON.stringify(b)
