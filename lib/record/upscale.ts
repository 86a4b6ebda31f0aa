import { defaultInput } from '../catalog/defaults'
import { fieldOf, type Input, type Model } from '../catalog/field'

type Size = { width: number; height: number }

const factor = 2

/** How large an enhancer makes a picture: twice, or as much as it takes. */
export function upscaledSize(model: Model, picture: Size): Size {
  const { width, height } = fieldOf(model, 'size')?.parts ?? {}
  const most = (side: number, max: number | null | undefined) => (max ? max / side : factor)
  const by = Math.min(factor, most(picture.width, width?.max), most(picture.height, height?.max))
  return { width: Math.round(picture.width * by), height: Math.round(picture.height * by) }
}

/** The request that makes a picture at an address twice as large; null when the model takes none. */
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
