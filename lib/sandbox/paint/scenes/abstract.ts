import 'server-only'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { planeNoise } from '../random'
import { box, glow, image, linear, type Point, polyline, stroke } from '../svg'

/** Ribbons that follow a field of noise. */
export function abstract(brush: Brush): Scene {
  const { width, height, palette } = brush
  const dark = brush.random() < 0.5 || palette.night
  const paper = dark ? darken(palette.near, 0.25) : lighten(palette.sky[2], 0.35)
  const fill = linear(
    brush,
    [[paper], [mix(paper, palette.sky[1], 0.35)], [mix(paper, palette.sky[0], 0.3)]],
    [0, 0, 1, 1],
  )
  const noise = planeNoise(brush.random, 2)
  const turn = brush.between(0, 6.28)
  const colours = [...palette.accents, palette.sky[0], palette.sky[1], palette.light]
  const scale = brush.between(380, 620)
  const ribbons = Array.from({ length: 220 }, (_, index) => {
    let [x, y] = [brush.between(-0.1, 1.1) * width, brush.between(-0.1, 1.1) * height]
    const points: Point[] = []
    for (let step = 0; step < 34; step++) {
      points.push([x, y])
      const angle = turn + noise(x / scale + 8, y / scale + 8) * 7.5
      x += Math.cos(angle) * 17
      y += Math.sin(angle) * 17
    }
    const part = noise(x / 300 + 40, y / 300)
    const colour =
      colours[Math.floor((part * 1.6 + brush.random() * 0.35) * colours.length) % colours.length] ??
      palette.light
    const broad = index < 60 ? brush.between(22, 62) : brush.between(2, 13)
    return stroke(
      polyline(points),
      index % 7 === 0 ? lighten(colour, 0.4) : colour,
      broad,
      index < 60 ? 0.62 : 0.9,
    )
  })
  const soft = [
    fill.def,
    box(0, 0, width, height, fill.fill),
    glow(
      brush,
      width * brush.random(),
      height * brush.random(),
      620,
      palette.light,
      dark ? 0.22 : 0.4,
    ),
    image(brush.billows, 0, 0, width, height, 0.12),
  ]
  const crisp = [...ribbons]
  return { back: soft.join(''), front: crisp.join('') }
}
