import 'server-only'
import sharp from 'sharp'
import type { Brush, Scene } from './brush'
import { lighten, mix, toHex, toRgb } from './colour'
import { planeNoise } from './random'
import { box, n, stroke } from './svg'

export type Sampled = {
  width: number
  height: number
  at(x: number, y: number): string
  colours: string[]
}

/** A picture as the few colours a painter would see in it, cut to the shape of the canvas. */
export async function sample(bytes: Buffer, ratio: number): Promise<Sampled> {
  const width = Math.max(1, Math.round(128 * Math.min(1, Math.sqrt(ratio) * 1.2)))
  const height = Math.max(1, Math.round(width / ratio))
  const pixels = await sharp(bytes)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(width, height, { fit: 'cover' })
    .removeAlpha()
    .raw()
    .toBuffer()
  const at = (x: number, y: number) => {
    const [i, j] = [Math.floor(x * width), Math.floor(y * height)]
    const from =
      (Math.min(height - 1, Math.max(0, j)) * width + Math.min(width - 1, Math.max(0, i))) * 3
    return toHex([pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0])
  }
  const spots = Array.from({ length: 64 }, (_, k) =>
    at((k % 8) / 8 + 0.06, Math.floor(k / 8) / 8 + 0.06),
  )
  return { width, height, at, colours: spots.toSorted((a, b) => luminance(a) - luminance(b)) }
}

const luminance = (colour: string) => {
  const [r, g, b] = toRgb(colour)
  return r * 0.3 + g * 0.59 + b * 0.11
}

/**
 * The input picture painted anew in strokes, broad ones first, in colours drawn a little toward the
 * prompt's palette.
 */
export function inStrokes(brush: Brush, seen: Sampled): Scene {
  const { width, height, palette } = brush
  const noise = planeNoise(brush.random, 2)
  const turn = brush.between(0, 6.28)
  /** How much the brightness changes hereabouts, 0 to 510. */
  const edgeAt = (x: number, y: number) => {
    const there = luminance(seen.at(x, y))
    const [right, below] = [seen.at(x + 0.025, y), seen.at(x, y + 0.025)]
    return Math.abs(luminance(right) - there) + Math.abs(luminance(below) - there)
  }
  const dab = (x: number, y: number, most: number, broad: number) => {
    const careful = edgeAt(x, y) > 24 ? 0.45 : 1
    const [long, wide] = [most * careful, broad * Math.sqrt(careful)]
    const bright = luminance(seen.at(x, y)) / 255
    const toward = bright < 0.33 ? palette.near : bright < 0.66 ? palette.sky[1] : palette.sky[2]
    const colour = lighten(mix(seen.at(x, y), toward, 0.3), brush.between(0, 0.12))
    const angle = turn + noise(x * 2.4 + 5, y * 2.4 + 5) * 7
    const [dx, dy] = [Math.cos(angle) * long, Math.sin(angle) * long]
    const from = `M${n(x * width - dx / 2)} ${n(y * height - dy / 2)}`
    return stroke(`${from}l${n(dx)} ${n(dy)}`, colour, wide * brush.between(0.7, 1.2))
  }
  const much = (width * height) / 1e6
  const layer = (count: number, long: number, wide: number) =>
    Array.from({ length: Math.round(count * much) }, () =>
      dab(brush.random(), brush.random(), long * brush.between(0.6, 1.3), wide),
    ).join('')
  /** The finest strokes go where the picture has its edges. */
  const details = Array.from({ length: Math.round(3200 * much) }, () => {
    const [x, y] = [brush.random(), brush.random()]
    return edgeAt(x, y) > 18 + brush.random() * 40 ? dab(x, y, 22, 8) : ''
  })
  const front = [layer(260, 130, 86), layer(700, 58, 30), layer(600, 30, 14), ...details]
  const [columns, rows] = [16, 12]
  const ground = Array.from({ length: columns * rows }, (_, cell) => {
    const [x, y] = [(cell % columns) / columns, Math.floor(cell / columns) / rows]
    const colour = seen.at(x + 0.5 / columns, y + 0.5 / rows)
    return box(x * width, y * height, width / columns + 1, height / rows + 1, colour)
  })
  return { back: ground.join(''), front: front.join('') }
}
