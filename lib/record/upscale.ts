import { defaultInput } from '../catalog/defaults'
import { fieldOf, type Input, type Model } from '../catalog/field'

type Size = { width: number; height: number }

const factor = 2

/** The size of the enlarged picture: twice the picture's, within the model's limits. */
export function upscaledSize(model: Model, picture: Size): Size {
  const { width, height } = fieldOf(model, 'size')?.parts ?? {}
  const maxFactor = (side: number, max: number | null | undefined) => (max ? max / side : factor)
  const by = Math.min(
    factor,
    maxFactor(picture.width, width?.max),
    maxFactor(picture.height, height?.max),
  )
  return { width: Math.round(picture.width * by), height: Math.round(picture.height * by) }
}

/** The input that makes the picture at an address twice as large; null when the model takes no picture. */
export function upscaleInput(model: Model, url: string, picture: Size): Input | null {
  const image = fieldOf(model, 'image')
  if (!image) return null
  const parts = fieldOf(model, 'size')?.parts
  const input: Input = { ...defaultInput(model), [image.name]: url }
  if (parts?.width && parts.height) return { ...input, ...upscaledSize(model, picture) }
  const scale = model.fields.find(
    (field) => field.kind === 'number' && /scal\w*_factor$/.test(field.name),
  )
  return scale ? { ...input, [scale.name]: factor } : input
}
