import { defaultInput } from '../catalog/defaults'
import { type Field, type Input, type Json, type Model, propertiesOf } from '../catalog/field'
import { validateInput } from '../catalog/validate'
import { picturesOf, takesPictures, unusedPictures, withPictures } from './pictures'
import { askedRatio, fitPixels, nearestRatio, ratioOptions, sameRatio } from './size'

export type ConvertedDraft = {
  input: Input
  /** What the new model does not take, by its old names: the way back brings it back. */
  parked: Input
  /** Labels of the fields that the new model does not have or does not take as they were. */
  dropped: string[]
}

/** What of a body fits another model; `parked` is what earlier changes left aside. */
export function convertDraft(
  from: Model | null,
  to: Model,
  input: Input,
  parked: Input,
): ConvertedDraft {
  const pool = { ...parked, ...input }
  const kept: Input = { ...defaultInput(to), ...carrySize(to, input, parked) }
  for (const field of to.fields) {
    if (field.kind === 'size') continue
    const value = pool[field.name]
    if (value !== undefined && fits(to, field, value)) kept[field.name] = value
  }
  const moved = carryPictures(from, to, kept, input, parked)
  const left = Object.entries(pool).filter(([name]) => !same(moved[name], pool[name]))
  return {
    input: moved,
    parked: Object.fromEntries(left),
    dropped: from === null ? [] : droppedLabels(from, to, input, moved),
  }
}

/** A prompt is never lost, though it be too long: a person can shorten it. */
function fits(model: Model, field: Field, value: Json): boolean {
  if (field.kind === 'prompt') return typeof value === 'string'
  return !validateInput(model, { [field.name]: value }).some(
    ({ path }) => path === field.name || path.startsWith(`${field.name}.`),
  )
}

function carrySize(to: Model, input: Input, parked: Input): Input {
  const size = to.fields.find((field) => field.kind === 'size')
  if (!size) return {}
  const carried: Input = {}
  const pool = { ...parked, ...input }
  const ratio = askedRatio(input) ?? askedRatio(parked)
  const { aspect_ratio, resolution, width, height } = size.parts
  const wanted = pool.resolution
  if (resolution && wanted !== undefined && resolution.options.some((option) => option === wanted))
    carried.resolution = wanted
  if (ratio === null) return carried
  const exact = askedRatio({ width: pool.width ?? null, height: pool.height ?? null })
  const exactFits = exact !== null && sameShape(exact, ratio, ratioOptions(size.parts))
  if (aspect_ratio && !(exactFits && 'width' in input && width && height)) {
    const near = nearestRatio(aspect_ratio.options.map(String), ratio)
    return near === null ? carried : { ...carried, aspect_ratio: near }
  }
  const pixels = { width: pool.width ?? null, height: pool.height ?? null }
  if (exactFits && validSize(to, pixels)) return { ...carried, ...pixels }
  const area =
    typeof pixels.width === 'number' && typeof pixels.height === 'number'
      ? pixels.width * pixels.height
      : undefined
  return { ...carried, ...fitPixels({ width, height }, ratio, area) }
}

const sameShape = (a: number, b: number, options: string[]) =>
  sameRatio(a, b) || nearestRatio(options, a) === nearestRatio(options, b)

const validSize = (model: Model, pixels: Input) =>
  !validateInput(model, pixels).some(({ path }) => path === 'width' || path === 'height')

/**
 * `image_url` of one model is `image_urls` of another: pictures move to where they fit, also across a
 * model that takes none.
 */
function carryPictures(
  from: Model | null,
  to: Model,
  kept: Input,
  input: Input,
  parked: Input,
): Input {
  if (from === null) return kept
  const pictures = takesPictures(from) ? picturesOf(from, input) : unusedPictures(parked)
  return pictures.length === 0 || picturesOf(to, kept).length > 0
    ? kept
    : (withPictures(to, kept, pictures) ?? kept)
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
