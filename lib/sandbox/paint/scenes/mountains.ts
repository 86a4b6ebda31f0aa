import 'server-only'
import { air, birds, haze } from '../air'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { lineNoise } from '../random'
import { area, box, ground, linear, type Point, path, polyline, stroke } from '../svg'
import { fir } from '../trees'

/** Ridges behind ridges; firs or a lake at the feet. */
export function mountains(brush: Brush): Scene {
  const { width, height } = brush
  const lake = brush.random() < 0.45
  const horizon = height * (lake ? 0.66 : 0.74)
  const { back, front, sun } = air(brush, horizon, { y: horizon * brush.between(0.3, 0.62) })
  const layers = 5
  const ridges = Array.from({ length: layers }, (_, layer) => {
    const depth = layer / (layers - 1)
    const base = horizon * (0.66 + depth * 0.3)
    const rise = height * (0.34 - depth * 0.2) * brush.between(0.8, 1.15)
    return ridge(brush, depth, base, rise, sun.x)
  })
  const feet = lake ? water(brush, horizon) : firs(brush, horizon)
  const land = [
    front,
    birds(brush, width * brush.between(0.2, 0.8), height * 0.26, 5),
    ...ridges,
    feet,
  ]
  return { back, front: land.join('') }
}

function ridge(brush: Brush, depth: number, base: number, rise: number, sunX: number): string {
  const { palette } = brush
  const noise = lineNoise(brush.random, 6)
  const scale = (1.6 + depth * 2.4) / 1000
  const known = new Map<number, number>()
  const heightAt = (x: number) => {
    const height =
      known.get(x) ?? base - rise * 0.92 * Math.max(0, (noise(x * scale + 9) - 0.26) / 0.46) ** 1.3
    known.set(x, height)
    return height
  }
  const haze = mix(brush.palette.far, palette.sky[2], 0.55 * (1 - depth))
  const colour = mix(haze, palette.near, depth ** 1.15 * 0.92)
  const fill = linear(brush, [[colour], [mix(colour, palette.sky[2], 0.42 * (1 - depth * 0.6))]])
  const body = fill.def + path(ground(brush, heightAt, 5), fill.fill)
  return body + (depth < 0.6 ? faces(brush, heightAt, rise, colour, sunX) : '')
}

/** The lit side of each peak, ragged below as snow is. */
function faces(
  brush: Brush,
  heightAt: (x: number) => number,
  rise: number,
  colour: string,
  sunX: number,
): string {
  const { width, palette } = brush
  const lit = mix(colour, lighten(palette.light, 0.35), palette.night ? 0.35 : 0.62)
  const step = 7
  let svg = ''
  for (let x = step * 3; x < width; x += step) {
    const top = heightAt(x)
    const peak = [1, 2, 3, 5].every(
      (k) => heightAt(x - k * step) > top - 0.01 && heightAt(x + k * step) > top - 0.01,
    )
    if (!peak) continue
    const side = sunX < x ? -1 : 1
    const crest: Point[] = [[x, top]]
    for (let k = 1; k < 26; k++) {
      const at = x + side * k * step
      if (heightAt(at) > top + rise * 0.75 || heightAt(at) < heightAt(at - side * step) - 6) break
      crest.push([at, heightAt(at)])
    }
    const back = crest.toReversed().map(([at, y], index): Point => {
      const down = (1 - index / crest.length) * 0.2 + (index / crest.length) * 0.85
      return [at - side * brush.between(2, 16), y + rise * 0.28 * down * brush.between(0.35, 1.1)]
    })
    svg += path(area([...crest, ...back]), lit, 0.75)
  }
  return svg
}

function firs(brush: Brush, horizon: number): string {
  const { width, height, palette } = brush
  return [0, 1, 2]
    .map((row) => {
      const noise = lineNoise(brush.random, 4)
      const base = horizon + (height - horizon) * (0.12 + row * 0.27)
      const heightAt = (x: number) => base + (noise(x / 300) - 0.5) * 110
      const colour = mix(mix(palette.far, palette.near, 0.62 + row * 0.19), palette.near, row * 0.3)
      const tall = 62 + row * 46
      let trees = ''
      for (let x = -20; x < width + 20; x += tall * brush.between(0.14, 0.42))
        trees += fir(brush, x, heightAt(x) + 6, tall * brush.between(0.55, 1.25))
      const fill = linear(brush, [[colour], [darken(colour, 0.35)]])
      const mist = row < 2 ? haze(brush, base + 90, 150, palette.sky[2], 0.28) : ''
      return `${fill.def}${path(trees, colour)}${path(ground(brush, heightAt), fill.fill)}${mist}`
    })
    .join('')
}

function water(brush: Brush, horizon: number): string {
  const { width, height, palette } = brush
  const fill = linear(brush, [
    [mix(palette.sky[2], palette.far, 0.35)],
    [mix(palette.sky[1], palette.near, 0.45)],
    [mix(palette.sky[0], palette.near, 0.75)],
  ])
  const lines = Array.from({ length: 70 }, () => {
    const y = horizon + (height - horizon) * brush.random() ** 1.6
    const near = (y - horizon) / (height - horizon)
    const [x, w] = [brush.random() * width, 30 + near * brush.between(60, 260)]
    return stroke(
      polyline([
        [x, y],
        [x + w, y],
      ]),
      lighten(palette.light, 0.2),
      0.8 + near * 2.2,
      0.1 + brush.random() * 0.22,
    )
  })
  const noise = lineNoise(brush.random, 4)
  const shore = linear(brush, [[mix(palette.near, palette.far, 0.12)], [palette.near]])
  const bank = (x: number) => height * 0.985 - Math.max(0, noise(x / 260) - 0.45) * 210
  let reeds = ''
  for (let x = 0; x < width; x += brush.between(16, 90))
    if (bank(x) < height * 0.965) reeds += fir(brush, x, bank(x) + 8, brush.between(60, 190))
  return [
    fill.def,
    box(0, horizon, width, height - horizon, fill.fill),
    ...lines,
    haze(brush, horizon, 60, palette.sky[2], 0.55),
    shore.def,
    path(reeds, palette.near),
    path(ground(brush, bank), shore.fill),
  ].join('')
}
