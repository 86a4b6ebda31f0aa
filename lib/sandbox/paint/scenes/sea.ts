import 'server-only'
import { air, birds, haze } from '../air'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { lighthouse } from '../lighthouse'
import { lineNoise } from '../random'
import { area, box, ground, linear, n, path, polyline, stroke } from '../svg'

/** Open water under a low sun, its path of light, headlands, maybe rocks. */
export const sea = (brush: Brush): Scene =>
  water(
    brush,
    brush.pick(rocks, () => ''),
  )

export const lighthouseAtSea = (brush: Brush): Scene => water(brush, lighthouse)

export const sailAtSea = (brush: Brush): Scene => water(brush, sail)

export const sailByLighthouse = (brush: Brush): Scene =>
  water(brush, (_, horizon) => sail(brush, horizon) + lighthouse(brush, horizon))

function water(brush: Brush, motif: (brush: Brush, horizon: number) => string): Scene {
  const { width, height, palette } = brush
  const horizon = height * brush.between(0.5, 0.62)
  const { back, front, sun } = air(brush, horizon, {
    y: horizon * (palette.night ? 0.35 : brush.between(0.7, 0.97)),
    r: brush.between(64, 96),
  })
  const deep = mix(palette.sky[0], palette.near, 0.5)
  const fill = linear(brush, [
    [mix(palette.sky[2], palette.sky[1], 0.45)],
    [mix(palette.sky[1], deep, 0.55), 1, 0.3],
    [deep],
  ])
  const land = [
    front,
    headland(brush, horizon, 0),
    headland(brush, horizon, 1),
    fill.def,
    box(0, horizon, width, height - horizon, fill.fill),
    waves(brush, horizon),
    glitter(brush, horizon, sun.x),
    haze(brush, horizon, 46, palette.sky[2], 0.5),
    birds(brush, width * brush.between(0.25, 0.75), height * 0.22, 6),
    motif(brush, horizon),
  ]
  return { back, front: land.join('') }
}

function headland(brush: Brush, horizon: number, layer: number): string {
  const { width, palette } = brush
  const noise = lineNoise(brush.random, 5)
  const left = brush.random() < 0.5
  const reach = width * brush.between(0.25, 0.55)
  const colour = mix(mix(palette.far, palette.sky[2], 0.3), palette.near, 0.12 + layer * 0.33)
  const fill = linear(brush, [[colour], [mix(colour, palette.sky[2], 0.4)]])
  const heightAt = (x: number) => {
    const into = 1 - (left ? x : width - x) / reach
    return horizon + 4 - Math.max(0, into) ** 0.8 * noise(x / 130) * (170 - layer * 70)
  }
  return fill.def + path(ground(brush, heightAt, 4), fill.fill)
}

function waves(brush: Brush, horizon: number): string {
  const { width, height, palette } = brush
  return Array.from({ length: 190 }, (_, index) => {
    const near = brush.random() ** 1.5
    const y = horizon + 4 + (height - horizon) * near
    const [x, w, h] = [
      brush.between(-0.1, 1) * width,
      26 + near * brush.between(50, 240),
      1 + near * 5,
    ]
    const colour =
      index % 3 === 0 ? lighten(palette.sky[2], 0.25) : mix(palette.sky[0], palette.near, 0.6)
    const d = `M${n(x)} ${n(y)}q${n(w / 4)} ${n(-h)} ${n(w / 2)} 0t${n(w / 2)} 0`
    return stroke(d, colour, 0.8 + near * 3.2, 0.1 + brush.random() * 0.2)
  }).join('')
}

function glitter(brush: Brush, horizon: number, x: number): string {
  const { height, palette } = brush
  return Array.from({ length: 150 }, () => {
    const near = brush.random() ** 1.25
    const y = horizon + 2 + (height - horizon) * near
    const spread = 34 + near * 150
    const at = x + (brush.random() + brush.random() - 1) * spread
    const w = 8 + near * brush.between(20, 90)
    return stroke(
      polyline([
        [at - w / 2, y],
        [at + w / 2, y],
      ]),
      lighten(palette.light, 0.25),
      1.2 + near * 4.5,
      brush.between(0.25, 0.85) * (1 - near * 0.45),
    )
  }).join('')
}

function sail(brush: Brush, horizon: number): string {
  const { width, palette } = brush
  const [x, y, s] = [
    width * brush.between(0.15, 0.85),
    horizon + brush.between(18, 70),
    brush.between(55, 105),
  ]
  const hull = `M${n(x - s * 0.42)} ${n(y - s * 0.1)}h${n(s * 0.86)}q${n(-s * 0.08)} ${n(s * 0.16)} ${n(-s * 0.22)} ${n(s * 0.17)}h${n(-s * 0.44)}q${n(-s * 0.14)} 0 ${n(-s * 0.2)} ${n(-s * 0.17)}Z`
  const cloth = lighten(palette.light, 0.4)
  return [
    path(
      area([
        [x + s * 0.02, y - s * 1.15],
        [x + s * 0.42, y - s * 0.16],
        [x + s * 0.02, y - s * 0.16],
      ]),
      cloth,
      0.97,
    ),
    path(
      area([
        [x - s * 0.03, y - s * 0.98],
        [x - s * 0.03, y - s * 0.16],
        [x - s * 0.34, y - s * 0.16],
      ]),
      mix(cloth, palette.accents[0], 0.28),
      0.97,
    ),
    path(hull, darken(palette.near, 0.1)),
    stroke(
      polyline([
        [x - s * 0.3, y + s * 0.12],
        [x + s * 0.3, y + s * 0.12],
      ]),
      palette.near,
      5,
      0.35,
    ),
  ].join('')
}

function rocks(brush: Brush): string {
  const { width, height, palette } = brush
  const noise = lineNoise(brush.random, 5)
  const left = brush.random() < 0.5
  const reach = width * brush.between(0.4, 0.75)
  const heightAt = (x: number) => {
    const into = 1 - (left ? x : width - x) / reach
    return height + 14 - Math.max(0, into) ** 0.7 * (40 + noise(x / 90) * 170)
  }
  const fill = linear(brush, [[mix(palette.near, palette.far, 0.18)], [palette.near]])
  return fill.def + path(ground(brush, heightAt, 5), fill.fill)
}
