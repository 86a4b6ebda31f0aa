import 'server-only'
import { air, birds, haze } from '../air'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { lineNoise } from '../random'
import { box, disc, ground, linear, n, path, stroke } from '../svg'

/** Balloons over hills. */
export function sky(brush: Brush): Scene {
  const { width, height, palette } = brush
  const horizon = height * 0.86
  const { back, front } = air(brush, horizon, { y: horizon * brush.between(0.55, 0.85) })
  const hills = [0, 1, 2].map((row) => {
    const noise = lineNoise(brush.random, 3)
    const colour = mix(
      mix(palette.far, palette.sky[2], 0.35 - row * 0.15),
      palette.near,
      row * 0.38,
    )
    const fill = linear(brush, [[colour], [mix(colour, palette.sky[2], 0.35 - row * 0.12)]])
    const base = height * (0.86 + row * 0.06)
    return (
      fill.def +
      path(
        ground(brush, (x) => base - (noise(x / (300 - row * 40)) - 0.5) * 130),
        fill.fill,
      )
    )
  })
  const count = 4 + Math.floor(brush.random() * 4)
  const balloons = Array.from({ length: count }, (_, index) => {
    const near = index / (count - 1)
    const r = 36 + near ** 1.6 * brush.between(90, 150)
    const x = width * (0.12 + 0.76 * ((index * 0.618 + 0.2 + brush.between(-0.04, 0.04)) % 1))
    return balloon(
      brush,
      x,
      height * brush.between(0.16, 0.6) * (1 - near * 0.25) + r * 0.4,
      r,
      near,
    )
  })
  const land = [
    front,
    birds(brush, width * 0.3, height * 0.3, 5),
    hills[0],
    haze(brush, horizon, 180, palette.sky[2], 0.5),
    ...hills.slice(1),
    ...balloons,
  ]
  return { back, front: land.join('') }
}

function balloon(brush: Brush, x: number, y: number, r: number, near: number): string {
  const { palette } = brush
  const [a, b] = [
    brush.pick(...palette.accents),
    brush.pick(lighten(palette.light, 0.3), ...palette.accents),
  ]
  const soft = (colour: string) => mix(colour, palette.sky[2], 0.38 * (1 - near))
  const name = brush.name()
  const outline = `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 0 1 ${n(2 * r)} 0c0 ${n(r * 0.7)} ${n(-r * 0.6)} ${n(r)} ${n(-r * 0.75)} ${n(r * 1.38)}h${n(-r * 0.5)}c${n(-r * 0.15)} ${n(-r * 0.38)} ${n(-r * 0.75)} ${n(-r * 0.68)} ${n(-r * 0.75)} ${n(-r * 1.38)}Z`
  const gores = [1, 0.72, 0.4, 0.13].map(
    (part, index) =>
      `<ellipse cx="${n(x)}" cy="${n(y + r * 0.15)}" rx="${n(r * part)}" ry="${n(r * 1.45)}" fill="${soft(index % 2 === 0 ? a : b)}"/>`,
  )
  const shade = linear(
    brush,
    [
      ['#ffffff', 0.34],
      ['#ffffff', 0, 0.4],
      [darken(palette.near, 0.3), 0.5],
    ],
    [0, 0, 1, 0.25],
  )
  const foot = y + r * 1.38
  return [
    `<clipPath id="${name}"><path d="${outline}"/></clipPath>`,
    stroke(
      `M${n(x - r * 0.23)} ${n(foot)}L${n(x - r * 0.12)} ${n(foot + r * 0.36)}M${n(x + r * 0.23)} ${n(foot)}L${n(x + r * 0.12)} ${n(foot + r * 0.36)}`,
      darken(soft(a), 0.5),
      r * 0.02,
    ),
    `<g clip-path="url(#${name})">${gores.join('')}${box(x - r, y + r * 0.42, 2 * r, r * 0.13, soft(b))}${shade.def}${box(x - r, y - r, 2 * r, r * 2.4, shade.fill)}</g>`,
    path(
      `M${n(x - r * 0.15)} ${n(foot + r * 0.34)}h${n(r * 0.3)}l${n(-r * 0.03)} ${n(r * 0.22)}q${n(-r * 0.12)} ${n(r * 0.05)} ${n(-r * 0.24)} 0Z`,
      darken(mix(palette.near, '#6b4226', 0.5), 0.1),
    ),
    disc(x, foot + r * 0.1, r * 0.06, palette.light, 0.7),
  ].join('')
}
