import 'server-only'
import type { Brush, Scene } from './brush'
import { lighten, mix } from './colour'
import { box, disc, glow, image, linear, n } from './svg'

export type Sun = { x: number; y: number; r: number }

/** The sky down to `horizon`, with its sun or moon, stars and clouds. */
export function air(brush: Brush, horizon: number, given: Partial<Sun> = {}): Scene & { sun: Sun } {
  const { width, height, palette } = brush
  const [top, middle, low] = palette.sky
  const sun = {
    x: given.x ?? width * brush.between(0.2, 0.8),
    y: given.y ?? horizon * (palette.night ? brush.between(0.18, 0.45) : brush.between(0.5, 0.82)),
    r: given.r ?? (palette.night ? brush.between(38, 62) : brush.between(50, 90)),
  }
  const fill = linear(brush, [[top], [middle, 1, 0.55], [low]])
  const span = Math.max(width, height)
  return {
    sun,
    back: [
      fill.def,
      box(0, 0, width, horizon + 2, fill.fill),
      box(0, horizon, width, height - horizon, low),
      glow(brush, sun.x, sun.y, span * 0.62, palette.light, palette.night ? 0.28 : 0.5),
      glow(
        brush,
        sun.x,
        sun.y,
        sun.r * 3.2,
        lighten(palette.light, 0.3),
        palette.night ? 0.45 : 0.7,
      ),
      clouds(brush, horizon),
    ].join(''),
    front: [
      palette.night ? stars(brush, horizon) : '',
      disc(sun.x, sun.y, sun.r, lighten(palette.light, 0.35), 0.94),
      palette.night ? moonMarks(brush, sun) : '',
    ].join(''),
  }
}

export function stars(brush: Brush, depth: number, count = 170): string {
  const size = () => brush.random() ** 6 * 3.4 + 0.7
  return Array.from({ length: count }, () => {
    const [x, y] = [brush.random() * brush.width, brush.random() ** 1.3 * depth]
    return disc(x, y, size(), lighten(brush.palette.light, 0.5), brush.between(0.35, 1))
  }).join('')
}

function moonMarks(brush: Brush, { x, y, r }: Sun): string {
  const grey = mix(brush.palette.light, brush.palette.sky[1], 0.45)
  return Array.from({ length: 5 }, () => {
    const [turn, out] = [brush.between(0, 6.28), r * brush.between(0.1, 0.62)]
    return disc(
      x + Math.cos(turn) * out,
      y + Math.sin(turn) * out,
      r * brush.between(0.08, 0.2),
      grey,
      0.35,
    )
  }).join('')
}

function clouds(brush: Brush, horizon: number): string {
  const { width, palette } = brush
  const strength = palette.night ? 0.22 : 0.62
  const shift = brush.between(0, 0.5)
  return (
    image(brush.veils, -width * shift, horizon * 0.02, width * 1.6, horizon * 0.95, strength) +
    image(
      brush.billows,
      -width * 0.3 * brush.random(),
      horizon * 0.1,
      width * 1.35,
      horizon * 0.7,
      strength * 0.5,
    )
  )
}

/** A veil of haze, strongest at `y`. */
export function haze(
  brush: Brush,
  y: number,
  depth: number,
  colour: string,
  opacity: number,
): string {
  const { def, fill } = linear(brush, [
    [colour, 0],
    [colour, opacity, 0.6],
    [colour, 0],
  ])
  return def + box(0, y - depth * 0.6, brush.width, depth, fill)
}

export function birds(brush: Brush, x: number, y: number, count: number): string {
  return Array.from({ length: count }, () => {
    const [at, up] = [x + brush.between(-130, 130), y + brush.between(-70, 70)]
    const s = brush.between(9, 19)
    const d = `M${n(at - s)} ${n(up - s * 0.25)}q${n(s * 0.55)} ${n(-s * 0.35)} ${n(s)} ${n(s * 0.35)}q${n(s * 0.45)} ${n(-s * 0.7)} ${n(s)} ${n(-s * 0.35)}`
    return `<path d="${d}" fill="none" stroke="${brush.palette.near}" stroke-width="${n(s * 0.16)}" stroke-linecap="round" stroke-opacity=".75"/>`
  }).join('')
}
