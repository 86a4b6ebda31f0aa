import 'server-only'
import { air, haze } from '../air'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { lineNoise } from '../random'
import { area, box, disc, glow, ground, linear, n, path, stroke } from '../svg'
import { broadleaf, fir } from '../trees'

/** A cottage with lit windows among hills and trees. */
export function house(brush: Brush): Scene {
  const { width, height, palette } = brush
  const horizon = height * 0.64
  const { back, front } = air(brush, horizon, { y: horizon * brush.between(0.4, 0.75) })
  const hills = [0, 1, 2].map((row) => hill(brush, horizon, row))
  const x = width * brush.between(0.36, 0.6)
  const y = height * 0.76
  const meadow = linear(brush, [
    [mix(palette.far, palette.near, 0.45)],
    [darken(palette.near, 0.1)],
  ])
  const noise = lineNoise(brush.random, 3)
  const land = [
    front,
    ...hills,
    haze(brush, horizon + 40, 200, palette.sky[2], 0.4),
    meadow.def,
    path(
      ground(brush, (at) => y - 14 - (noise(at / 420) - 0.5) * 70),
      meadow.fill,
    ),
    track(brush, x, y),
    cottage(brush, x, y + 14, brush.between(0.9, 1.15)),
    trees(brush, x),
    grass(brush),
  ]
  return { back, front: land.join('') }
}

function hill(brush: Brush, horizon: number, row: number): string {
  const { width, palette } = brush
  const noise = lineNoise(brush.random, 4)
  const colour = mix(mix(palette.far, palette.sky[2], 0.35), palette.near, row * 0.24)
  const heightAt = (x: number) =>
    horizon + row * 46 - (noise(x / (260 + row * 60)) - 0.25) * (210 - row * 50)
  const fill = linear(brush, [[colour], [mix(colour, palette.sky[2], 0.35)]])
  let woods = ''
  if (row > 0)
    for (let x = 0; x < width; x += brush.between(10, 60))
      woods += fir(brush, x, heightAt(x) + 4, brush.between(28, 70))
  return (
    fill.def +
    path(woods || 'M0 0', darken(colour, 0.12)) +
    path(ground(brush, heightAt), fill.fill)
  )
}

function track(brush: Brush, x: number, y: number): string {
  const { height, palette } = brush
  const down = height - y
  const d = `M${n(x + 6)} ${n(y + 12)}C${n(x + 60)} ${n(y + down * 0.35)} ${n(x - 150)} ${n(y + down * 0.5)} ${n(x - 130)} ${n(height + 10)}H${n(x + 150)}C${n(x + 40)} ${n(y + down * 0.6)} ${n(x + 190)} ${n(y + down * 0.3)} ${n(x + 44)} ${n(y + 12)}Z`
  const fill = linear(brush, [
    [mix(palette.sky[2], palette.far, 0.4), 0.9],
    [mix(palette.far, palette.near, 0.35), 0.9],
  ])
  return fill.def + path(d, fill.fill)
}

function cottage(brush: Brush, x: number, y: number, scale: number): string {
  const { palette } = brush
  const [w, h, roof] = [250 * scale, 120 * scale, 105 * scale]
  const wall = mix(lighten(palette.sky[2], 0.2), palette.near, palette.night ? 0.62 : 0.14)
  const [side, tiles] = [
    mix(wall, palette.near, 0.34),
    mix(palette.accents[0], palette.near, palette.night ? 0.6 : 0.3),
  ]
  const lamp = mix('#ffd98a', palette.light, 0.3)
  const gable = w * 0.36
  const left = x - w / 2
  const window = (wx: number, wy: number, s: number) =>
    glow(brush, wx + s / 2, wy + s / 2, s * 2.6, lamp, palette.night ? 0.55 : 0.25) +
    box(wx, wy, s, s * 1.15, lamp) +
    stroke(
      `M${n(wx + s / 2)} ${n(wy)}v${n(s * 1.15)}M${n(wx)} ${n(wy + s * 0.55)}h${n(s)}`,
      side,
      3,
    )
  const smoke = Array.from({ length: 9 }, (_, k) =>
    disc(
      left + w * 0.78 + k * k * 1.6,
      y - h - roof - 30 - k * 19,
      9 + k * 4.2,
      lighten(palette.sky[2], 0.4),
      0.34 - k * 0.033,
    ),
  ).join('')
  return [
    smoke,
    box(left + w * 0.72, y - h - roof * 1.1, w * 0.11, roof * 0.8, darken(side, 0.2)),
    box(left + gable, y - h, w - gable, h, side),
    path(
      area([
        [left, y - h],
        [left + gable / 2, y - h - roof * 0.92],
        [left + gable, y - h],
        [left + gable, y],
        [left, y],
      ]),
      wall,
    ),
    path(
      area([
        [left + gable / 2, y - h - roof],
        [left + w * 0.93, y - h - roof],
        [left + w + 16, y - h + 10],
        [left + gable + 12, y - h + 10],
      ]),
      tiles,
    ),
    path(
      area([
        [left - 15, y - h + 12],
        [left + gable / 2, y - h - roof - 4],
        [left + gable / 2 + 9, y - h - roof],
        [left - 3, y - h + 16],
      ]),
      darken(tiles, 0.25),
    ),
    window(left + gable * 0.36, y - h * 0.72, 27 * scale),
    window(left + w * 0.5, y - h * 0.7, 30 * scale),
    window(left + w * 0.8, y - h * 0.7, 30 * scale),
    path(
      `M${n(left + w * 0.645)} ${n(y)}v${n(-h * 0.5)}a${n(w * 0.05)} ${n(w * 0.05)} 0 0 1 ${n(w * 0.1)} 0v${n(h * 0.5)}Z`,
      darken(palette.accents[2], 0.4),
    ),
  ].join('')
}

function trees(brush: Brush, x: number): string {
  const { width, height, palette } = brush
  return Array.from({ length: 13 }, (_, index) => {
    const at =
      index % 2 === 0 ? brush.between(-0.02, 0.27) * width : width * brush.between(0.72, 1.02)
    if (Math.abs(at - x) < 190) return ''
    const depth = brush.random()
    const foot = height * (0.75 + depth * 0.16)
    const colour = mix(
      mix(palette.near, palette.accents[index % 3] ?? palette.near, 0.28),
      palette.far,
      0.24 * (1 - depth),
    )
    const tall = 150 + depth * 190
    return path(
      brush.random() < 0.5 ? broadleaf(brush, at, foot, tall) : fir(brush, at, foot, tall),
      darken(colour, 0.12),
    )
  }).join('')
}

function grass(brush: Brush): string {
  const { width, height, palette } = brush
  const blades = Array.from({ length: 260 }, () => {
    const [x, tall] = [brush.random() * width, brush.between(14, 62)]
    return `M${n(x)} ${n(height + 4)}q${n(brush.between(-6, 6))} ${n(-tall * 0.6)} ${n(brush.between(-18, 18))} ${n(-tall)}`
  })
  const petals = Array.from({ length: 60 }, () =>
    disc(
      brush.random() * width,
      height * brush.between(0.86, 0.99),
      brush.between(2.5, 6),
      brush.pick(...palette.accents),
      0.9,
    ),
  )
  return stroke(blades.join(''), darken(palette.near, 0.15), 3) + petals.join('')
}
