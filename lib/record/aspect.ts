import { fieldOf, type Input, type Model } from '../catalog/field'

/** Width over height that a request should give: what it says, else the model's defaults, else 1. */
export function expectedAspect(model: Model, input: Input): number {
  const parts = fieldOf(model, 'size')?.parts
  const sizes = (source: Input) => fromSize(source.width, source.height)
  const ratio = (source: Input) => fromRatio(source.aspect_ratio)
  const asked: Input = { ...input }
  if (asked.width !== undefined) asked.height ??= parts?.height?.default ?? null
  if (asked.height !== undefined) asked.width ??= parts?.width?.default ?? null
  const defaults: Input = {
    width: parts?.width?.default ?? null,
    height: parts?.height?.default ?? null,
    aspect_ratio: parts?.aspect_ratio?.default ?? null,
  }
  return sizes(asked) ?? ratio(asked) ?? sizes(defaults) ?? ratio(defaults) ?? 1
}

function fromSize(width: unknown, height: unknown): number | undefined {
  if (typeof width !== 'number' || typeof height !== 'number') return undefined
  return width > 0 && height > 0 ? width / height : undefined
}

/** `16:9`, `2.35:1`, and sizes spelled as a choice: `1024x1536`. */
function fromRatio(value: unknown): number | undefined {
  const match =
    typeof value === 'string' ? /^(\d+(?:\.\d+)?)[:x](\d+(?:\.\d+)?)$/.exec(value) : null
  return match ? fromSize(Number(match[1]), Number(match[2])) : undefined
}
