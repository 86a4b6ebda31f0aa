import type { Input, SizeParts } from '../../catalog/field'
import { fitPixels, megapixel, type Pixels, ratioOf } from './size'

/** Width over height of a body, from its ratio or its pixels. */
export function askedRatio({ aspect_ratio, width, height }: Input): number | null {
  if (typeof aspect_ratio === 'string') return ratioOf(aspect_ratio)
  return typeof width === 'number' && typeof height === 'number' && width > 0 && height > 0
    ? width / height
    : null
}

/** The option of the nearest shape. The eye compares shapes by the logarithm. */
export function nearestRatio(options: string[], ratio: number): string | null {
  const distance = (option: string) =>
    Math.abs(Math.log((ratioOf(option) ?? Number.POSITIVE_INFINITY) / ratio))
  const near = options.toSorted((a, b) => distance(a) - distance(b))[0]
  return near !== undefined && ratioOf(near) !== null ? near : null
}

/** A picture's own size times `scale`, or `null` where the model's bounds do not allow it. */
export function scaledPixels(
  { width, height }: SizeParts,
  source: Pixels,
  scale: number,
): Pixels | null {
  const pixels = { width: source.width * scale, height: source.height * scale }
  const allows = (value: number, part?: { min: number | null; max: number | null }) =>
    part !== undefined && value >= (part.min ?? 1) && value <= (part.max ?? value)
  return allows(pixels.width, width) && allows(pixels.height, height) ? pixels : null
}

/** The size nearest to a picture's shape, as body fields: pixels of about its area, or the nearest ratio. */
export function matchedSize(parts: SizeParts, source: Pixels, byPixels: boolean) {
  const ratio = source.width / source.height
  if (byPixels || !parts.aspect_ratio)
    return fitPixels(parts, ratio, Math.min(source.width * source.height, megapixel))
  const option = nearestRatio(parts.aspect_ratio.options.map(String), ratio)
  return option === null ? null : { aspect_ratio: option }
}
