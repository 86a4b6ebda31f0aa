/** A smaller copy will do: its pixels blend those of the original. */
const maxSide = 512

/** Whether any pixel is transparent; the type of a file alone does not say. */
export function hasTransparency(picture: ImageBitmap): boolean {
  const scale = Math.min(1, maxSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return true
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return hasTransparentPixel(context, canvas.width, canvas.height)
}

export function hasTransparentPixel(
  context: Pick<CanvasImageData, 'getImageData'>,
  width: number,
  height: number,
): boolean {
  const { data } = context.getImageData(0, 0, width, height)
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}
