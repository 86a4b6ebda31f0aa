import 'server-only'
import type { Brush } from './brush'
import { darken, lighten, mix } from './colour'
import { lineNoise } from './random'
import { area, ground, linear, path, polyline, stroke } from './svg'

/** A tower with its lamp on a cliff that falls to the sea; at night it throws its light. */
export function lighthouse(brush: Brush, horizon: number): string {
  const { width, height, palette } = brush
  const left = brush.random() < 0.5
  const noise = lineNoise(brush.random, 5)
  const reach = width * brush.between(0.34, 0.46)
  const top = horizon + brush.between(10, 60)
  const cliff = (x: number) => {
    const into = 1 - (left ? x : width - x) / reach
    if (into < 0) return height + 14
    return top + (1 - Math.min(1, into * 2.6)) ** 2 * (height - top) + noise(x / 60) * 26
  }
  const rock = linear(brush, [[mix(palette.near, palette.far, 0.35)], [darken(palette.near, 0.1)]])
  const x = left ? reach * 0.46 : width - reach * 0.46
  return rock.def + path(ground(brush, cliff, 4), rock.fill) + tower(brush, x, cliff(x) + 6, left)
}

function tower(brush: Brush, x: number, foot: number, left: boolean): string {
  const { palette } = brush
  const tall = brush.between(230, 300)
  const [wide, slim] = [tall * 0.13, tall * 0.085]
  const paint = lighten(palette.light, 0.35)
  const shade = linear(brush, [[paint], [mix(paint, palette.near, 0.45)]], [0, 0, 1, 0])
  const band = (from: number, to: number) => {
    const half = (share: number) => wide + (slim - wide) * share
    return area([
      [x - half(from), foot - tall * from],
      [x + half(from), foot - tall * from],
      [x + half(to), foot - tall * to],
      [x - half(to), foot - tall * to],
    ])
  }
  const lamp = foot - tall * 1.08
  const rail = [x - slim * 1.5, x + slim * 1.5].map((at) => [at, foot - tall] as const)
  return [
    shade.def,
    palette.night ? beam(brush, x, lamp, left) : '',
    path(band(0, 1), shade.fill),
    path(band(0.22, 0.42), palette.accents[0], 0.85),
    path(band(0.64, 0.84), palette.accents[0], 0.85),
    path(band(1, 1.16), lighten(palette.light, 0.6)),
    stroke(polyline(rail), darken(palette.near, 0.1), 9),
    path(
      area([
        [x - slim * 1.1, foot - tall * 1.15],
        [x + slim * 1.1, foot - tall * 1.15],
        [x, foot - tall * 1.3],
      ]),
      darken(palette.near, 0.1),
    ),
  ].join('')
}

function beam({ width, palette }: Brush, x: number, y: number, left: boolean): string {
  const far = left ? width * 1.1 : -width * 0.1
  return path(
    area([
      [x, y],
      [far, y - 150],
      [far, y + 20],
    ]),
    lighten(palette.light, 0.5),
    0.28,
  )
}
