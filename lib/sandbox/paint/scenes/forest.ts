import 'server-only'
import { air, haze } from '../air'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { lineNoise } from '../random'
import { area, ground, linear, n, type Point, path, stroke } from '../svg'
import { fir } from '../trees'

/** Firs in mist, row before row, and the trunks of the nearest. */
export function forest(brush: Brush): Scene {
  const { width, height, palette } = brush
  const { back, front, sun } = air(brush, height * 0.8, {
    y: height * brush.between(0.2, 0.42),
    r: palette.night ? 46 : 58,
  })
  const rows = 5
  const firs = Array.from({ length: rows }, (_, row) => {
    const depth = row / (rows - 1)
    const noise = lineNoise(brush.random, 3)
    const base = height * (0.5 + depth * 0.36)
    const tall = 120 + depth * 190
    const heightAt = (x: number) => base - tall * 0.05 + (noise(x / 380) - 0.5) * 150
    const colour = mix(
      mix(palette.far, palette.sky[2], 0.5 - depth * 0.5),
      palette.near,
      depth * 0.85,
    )
    let trees = ''
    for (let x = -40; x < width + 40; x += tall * brush.between(0.1, 0.34))
      trees += fir(brush, x, heightAt(x) + tall * 0.07, tall * brush.between(0.5, 1.2))
    const fill = linear(brush, [[colour], [mix(colour, palette.sky[2], 0.5 * (1 - depth))]])
    const mist = haze(
      brush,
      base + tall * 0.25,
      tall * 1.3,
      palette.sky[2],
      0.42 * (1 - depth * 0.75),
    )
    return fill.def + path(trees, colour) + path(ground(brush, heightAt, 12), fill.fill) + mist
  })
  const land = [
    front,
    ...firs.slice(0, 3),
    rays(brush, sun.x, sun.y),
    ...firs.slice(3),
    floor(brush),
    trunks(brush),
  ]
  return { back, front: land.join('') }
}

function rays(brush: Brush, x: number, y: number): string {
  const { height, palette } = brush
  if (palette.night) return ''
  return Array.from({ length: 7 }, (_, index) => {
    const turn = (index / 6 - 0.5) * 2.1 + brush.between(-0.12, 0.12) + Math.PI / 2
    const [far, wide] = [height * 0.95, brush.between(0.03, 0.075)]
    const end = (angle: number): Point => [x + Math.cos(angle) * far, y + Math.sin(angle) * far]
    const fill = linear(brush, [
      [lighten(palette.light, 0.3), 0.34],
      [palette.light, 0],
    ])
    return fill.def + path(area([[x, y], end(turn - wide), end(turn + wide)]), fill.fill)
  }).join('')
}

function floor(brush: Brush): string {
  const { height, palette } = brush
  const noise = lineNoise(brush.random, 4)
  const fill = linear(brush, [[mix(palette.near, palette.far, 0.2)], [darken(palette.near, 0.3)]])
  return (
    fill.def +
    path(
      ground(brush, (x) => height * 0.93 + (noise(x / 210) - 0.5) * 60),
      fill.fill,
    )
  )
}

function trunks(brush: Brush): string {
  const { width, height, palette } = brush
  const count = Math.round(width / 300) + 1
  return Array.from({ length: count }, (_, index) => {
    const edge = index % 2 === 0 ? brush.between(-0.03, 0.2) : brush.between(0.8, 1.03)
    const x = width * edge
    const [w, lean] = [brush.between(16, 34), brush.between(-30, 30)]
    const fill = linear(
      brush,
      [
        [darken(palette.near, 0.25)],
        [mix(palette.near, palette.far, 0.32), 1, 0.75],
        [darken(palette.near, 0.1)],
      ],
      [0, 0, 1, 0],
    )
    const trunk = area([
      [x - w, height],
      [x - w * 0.55 + lean, -10],
      [x + w * 0.55 + lean, -10],
      [x + w, height],
    ])
    const branches = Array.from({ length: 7 }, () => {
      const up = height * brush.between(0.05, 0.6)
      const side = brush.random() < 0.5 ? -1 : 1
      const from = x + lean * (1 - up / height)
      const long = brush.between(60, 170) * side
      return stroke(
        `M${n(from)} ${n(up)}q${n(long * 0.5)} ${n(8)} ${n(long)} ${n(brush.between(-50, 24))}`,
        darken(palette.near, 0.2),
        brush.between(3, 8),
      )
    })
    return fill.def + branches.join('') + path(trunk, fill.fill)
  }).join('')
}
