/** A line of the brush, or of the eraser. Points are in pixels of the picture. */
export type Stroke = { size: number; erases: boolean; points: [x: number, y: number][] }

type Drawable = CanvasRenderingContext2D

function drawStroke(context: Drawable, { size, points }: Stroke): void {
  const [first] = points
  if (!first) return
  context.lineWidth = size
  context.beginPath()
  context.moveTo(...first)
  // A single point draws nothing; a line to itself draws a dot.
  for (const point of points) context.lineTo(...point)
  context.stroke()
}

function prepare(context: Drawable): void {
  context.lineCap = 'round'
  context.lineJoin = 'round'
}

/** Shows the strokes as a hatch of dark and light stripes: it is seen on any picture. */
export function showStrokes(context: Drawable, strokes: Stroke[]): void {
  const { width, height } = context.canvas
  context.clearRect(0, 0, width, height)
  prepare(context)
  context.strokeStyle = '#000'
  for (const stroke of strokes) {
    context.globalCompositeOperation = stroke.erases ? 'destination-out' : 'source-over'
    drawStroke(context, stroke)
  }
  context.globalCompositeOperation = 'source-in'
  const hatch = hatchPattern(context, Math.max(width, height) / 90)
  if (hatch) context.fillStyle = hatch
  context.fillRect(0, 0, width, height)
  context.globalCompositeOperation = 'source-over'
}

/** Diagonal stripes. @param pitch in pixels of the picture */
function hatchPattern(context: Drawable, pitch: number): CanvasPattern | null {
  const side = Math.max(4, Math.round(pitch)) * 2
  const tile = document.createElement('canvas')
  tile.width = side
  tile.height = side
  const pen = tile.getContext('2d')
  if (!pen) return null
  pen.fillStyle = 'rgb(0 0 0 / 0.55)'
  pen.fillRect(0, 0, side, side)
  pen.strokeStyle = 'rgb(255 255 255 / 0.85)'
  pen.lineWidth = side / 3
  for (const offset of [-side, 0, side]) {
    pen.beginPath()
    pen.moveTo(offset - side / 2, side * 1.5)
    pen.lineTo(offset + side * 1.5, -side / 2)
    pen.stroke()
  }
  return context.createPattern(tile, 'repeat')
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
  prepare(context)
  for (const stroke of strokes) {
    context.strokeStyle = stroke.erases ? '#fff' : '#000'
    drawStroke(context, stroke)
  }
  return new Promise((done) => canvas.toBlob(done, 'image/png'))
}
