import { defaultInput } from '../catalog/defaults'
import { fieldOf, type Input, type Model } from '../catalog/field'

type Size = { width: number; height: number }

export const upscaleFactors = [2, 4] as const
export type UpscaleFactor = (typeof upscaleFactors)[number]

/** The size of the enlarged picture, within the model's limits. */
export function upscaledSize(model: Model, picture: Size, factor: UpscaleFactor): Size {
  const { width, height } = fieldOf(model, 'size')?.parts ?? {}
  const maxFactor = (side: number, max: number | null | undefined) => (max ? max / side : factor)
  const by = Math.min(
    factor,
    maxFactor(picture.width, width?.max),
    maxFactor(picture.height, height?.max),
  )
  return { width: Math.round(picture.width * by), height: Math.round(picture.height * by) }
}

/** The input that enlarges the picture at an address; null when the model takes no picture. */
export function upscaleInput(
  model: Model,
  url: string,
  picture: Size,
  factor: UpscaleFactor,
): Input | null {
  const image = fieldOf(model, 'image')
  if (!image) return null
  const parts = fieldOf(model, 'size')?.parts
  const input: Input = { ...defaultInput(model), [image.name]: url }
  if (parts?.width && parts.height) return { ...input, ...upscaledSize(model, picture, factor) }
  const scale = model.fields.find(
    (field) => field.kind === 'number' && /scal\w*_factor$/.test(field.name),
  )
  return scale ? { ...input, [scale.name]: factor } : input
}
