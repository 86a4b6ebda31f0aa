import 'server-only'
import { air, birds } from '../air'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { lineNoise } from '../random'
import { area, ground, linear, n, type Point, path, stroke } from '../svg'

/** Dunes, each with its lit and its shaded side, under a great sun. */
export const desert = (brush: Brush): Scene => dunes(brush, () => '')

export const cactusInDesert = (brush: Brush): Scene => dunes(brush, cacti)

function dunes(brush: Brush, motif: (brush: Brush) => string): Scene {
  const { width, height, palette } = brush
  const horizon = height * brush.between(0.5, 0.6)
  const { back, front, sun } = air(brush, horizon, {
    y: horizon * brush.between(0.55, 0.88),
    r: brush.between(90, 140),
  })
  const sand = mix(palette.far, palette.accents[1], 0.4)
  const sands = Array.from({ length: 5 }, (_, layer) =>
    dune(brush, layer / 4, horizon, sand, sun.x),
  )
  const land = [
    front,
    mesas(brush, horizon),
    ...sands,
    birds(brush, width * 0.5, height * 0.2, 3),
    motif(brush),
  ]
  return { back, front: land.join('') }
}

function mesas(brush: Brush, horizon: number): string {
  const { palette } = brush
  const noise = lineNoise(brush.random, 4)
  const colour = mix(palette.far, palette.sky[1], 0.45)
  const heightAt = (x: number) =>
    horizon + 20 - Math.min(1, Math.max(0, noise(x / 230) - 0.46) * 9) * 92 - noise(x / 40) * 14
  const fill = linear(brush, [[colour], [mix(colour, palette.sky[2], 0.5)]])
  return fill.def + path(ground(brush, heightAt, 4), fill.fill, 0.9)
}

function dune(brush: Brush, depth: number, horizon: number, sand: string, sunX: number): string {
  const { width, height, palette } = brush
  const noise = lineNoise(brush.random, 2)
  const base = horizon + (height - horizon) * depth ** 1.15 * 0.82
  const rise = 70 + depth * 210
  const heightAt = (x: number) => base + 46 - noise(x / (330 + depth * 260) + 3) * rise
  const lit = mix(mix(sand, palette.sky[2], 0.45 * (1 - depth)), palette.near, depth * 0.16)
  const shade = mix(mix(sand, palette.near, 0.5 + depth * 0.18), palette.sky[2], 0.3 * (1 - depth))
  const face = linear(brush, [[lighten(lit, 0.16)], [lit, 1, 0.35], [mix(lit, palette.near, 0.35)]])
  let peak = width * 0.5
  for (let x = width * 0.2; x < width * 0.8; x += 10) if (heightAt(x) < heightAt(peak)) peak = x
  const side = sunX < peak ? 1 : -1
  const [drop, bend, lean] = [rise * 1.5, brush.between(4, 8), brush.between(0.25, 0.8)]
  const ridge = Array.from({ length: 24 }, (_, k): Point => {
    const part = k / 23
    const sway = Math.sin(part * bend) * 60 * part + lean * rise * part
    return [peak + side * sway, heightAt(peak) + drop * part]
  })
  const edge = side > 0 ? width + 10 : -10
  const skyline = Array.from({ length: 60 }, (_, k): Point => {
    const at = peak + ((edge - peak) * k) / 59
    return [at, heightAt(at)]
  })
  const shadow = linear(brush, [
    [shade, 0.85],
    [shade, 0.5, 0.4],
    [shade, 0],
  ])
  const ripples =
    depth < 0.7
      ? ''
      : Array.from({ length: 26 }, () => {
          const [x, y, w] = [
            brush.random() * width,
            brush.between(base + 40, height),
            brush.between(60, 200),
          ]
          return stroke(`M${n(x)} ${n(y)}q${n(w / 2)} ${n(-10)} ${n(w)} ${n(3)}`, shade, 2, 0.25)
        }).join('')
  return [
    face.def,
    shadow.def,
    path(ground(brush, heightAt, 8), face.fill),
    path(area([...skyline, [edge, heightAt(peak) + drop], ...ridge.toReversed()]), shadow.fill),
    ripples,
  ].join('')
}

function cacti(brush: Brush): string {
  const { width, height, palette } = brush
  const colour = darken(palette.near, 0.15)
  return Array.from({ length: 2 }, (_, index) => {
    const x = width * (index === 0 ? brush.between(0.08, 0.3) : brush.between(0.7, 0.92))
    const [y, s] = [height * brush.between(0.9, 1.0), brush.between(150, 290)]
    const arm = (side: number, up: number) =>
      `M${n(x)} ${n(y - s * up)}h${n(side * s * 0.17)}q${n(side * s * 0.06)} 0 ${n(side * s * 0.06)} ${n(-s * 0.08)}v${n(-s * 0.2)}`
    return (
      stroke(`M${n(x)} ${n(y + 30)}V${n(y - s)}`, colour, s * 0.13) +
      stroke(arm(-1, 0.4) + arm(1, 0.55), colour, s * 0.085)
    )
  }).join('')
}
