import type { SizeParts } from '../../catalog/field'

export type Pixels = { width: number; height: number }

/** Ratios offered where a model takes any width and height. */
const common = ['1:1', '5:4', '4:3', '3:2', '16:9', '21:9', '4:5', '3:4', '2:3', '9:16']

export const megapixel = 1024 * 1024

/** `'16:9'` -> 1.78; `null` for texts that are no ratio, such as `auto`. */
export function ratioOf(text: string): number | null {
  const [width, height] = text.split(':').map(Number)
  return width && height && width > 0 && height > 0 ? width / height : null
}

/** The ratios to choose from: the model's own, or common ones that its bounds allow. */
export function ratioOptions({ aspect_ratio, width, height }: SizeParts): string[] {
  if (aspect_ratio) return sortRatios(aspect_ratio.options.map(String))
  if (!width || !height) return []
  return common.filter((option) => {
    const fitted = fitPixels({ width, height }, ratioOf(option) ?? 1)
    return fitted !== null && sameRatio(fitted.width / fitted.height, ratioOf(option))
  })
}

/** The same order for every model: other words, square, landscape from narrow to wide, portrait likewise. */
function sortRatios(options: string[]): string[] {
  const rank = (option: string) => {
    const ratio = ratioOf(option)
    if (ratio === null) return -1
    return ratio >= 1 ? ratio : 100 + 1 / ratio
  }
  return options.toSorted((a, b) => rank(a) - rank(b))
}

export const sameRatio = (a: number, b: number | null) =>
  b !== null && Math.abs(Math.log(a / b)) < 0.02

/**
 * Pixels of a shape within a model's bounds, about as many as asked, in multiples of 16 where the
 * bounds leave room for that. `null` when the model takes no pixels.
 */
export function fitPixels(
  { width, height }: SizeParts,
  ratio: number,
  area = megapixel,
): Pixels | null {
  if (!width || !height) return null
  const minSide = Math.max(
    (width.min ?? 1) / Math.sqrt(ratio),
    (height.min ?? 1) * Math.sqrt(ratio),
  )
  const maxSide = Math.min(
    (width.max ?? 16384) / Math.sqrt(ratio),
    (height.max ?? 16384) * Math.sqrt(ratio),
  )
  const side = Math.min(Math.max(Math.sqrt(area), minSide), maxSide)
  return {
    width: withinBounds(side * Math.sqrt(ratio), width),
    height: withinBounds(side / Math.sqrt(ratio), height),
  }
}

function withinBounds(value: number, { min, max }: { min: number | null; max: number | null }) {
  const even = Math.max(16, Math.round(value / 16) * 16)
  return Math.min(Math.max(even, min ?? even), max ?? even)
}

/** `1048576` -> `1.05 MP`. */
export const megapixels = ({ width, height }: Pixels) =>
  `${((width * height) / 1e6).toFixed(width * height < 1e7 ? 2 : 1)} MP`
