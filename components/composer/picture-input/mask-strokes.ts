/** Points are in pixels of the picture. */
export type Stroke = { size: number; points: [x: number, y: number][] }

export function paintStrokes(context: CanvasRenderingContext2D, strokes: Stroke[], colour: string) {
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = colour
  for (const { size, points } of strokes) {
    const [first] = points
    if (!first) continue
    context.lineWidth = size
    context.beginPath()
    context.moveTo(...first)
    // A lone point draws nothing: a line to itself makes a dot of it.
    for (const point of points) context.lineTo(...point)
    context.stroke()
  }
}

/**
 * The mask as PNG, of the picture's size: black may change, white stays.
 * Source: https://developer.ideogram.ai/ideogram-api/masked-edits, whose models are the ones with a mask.
 */
export function maskOf(width: number, height: number, strokes: Stroke[]): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  paintStrokes(context, strokes, '#000')
  return new Promise((done) => canvas.toBlob(done, 'image/png'))
}
