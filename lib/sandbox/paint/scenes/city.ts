import 'server-only'
import { air, haze } from '../air'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { box, linear, n, path, polyline, stroke } from '../svg'

/** Three rows of towers with lit windows, and their lights in the water. */
export function city(brush: Brush): Scene {
  const { width, height, palette } = brush
  const shore = height * brush.between(0.76, 0.84)
  const { back, front, sun } = air(brush, shore, {
    y: shore * brush.between(0.28, 0.62),
    r: palette.night ? 54 : 84,
  })
  const rows = [0, 1, 2].map((row) => skyline(brush, shore, row))
  const water = linear(brush, [
    [mix(palette.sky[2], palette.near, 0.55)],
    [mix(palette.sky[0], palette.near, 0.75)],
  ])
  const land = [
    front,
    ...rows.map(
      (row, index) => row + (index < 2 ? haze(brush, shore - 20, 240, palette.sky[2], 0.4) : ''),
    ),
    water.def,
    box(0, shore, width, height - shore, water.fill),
    reflections(brush, shore, sun.x),
    box(0, shore - 3, width, 5, darken(palette.near, 0.2), 0.8),
  ]
  return { back, front: land.join('') }
}

function skyline(brush: Brush, shore: number, row: number): string {
  const { width, palette } = brush
  const colour = mix(mix(palette.far, palette.sky[2], 0.32), palette.near, 0.18 + row * 0.38)
  const fill = linear(brush, [[colour], [mix(colour, palette.sky[2], 0.3 - row * 0.1)]])
  const centre = width * brush.between(0.3, 0.7)
  let [towers, lit, dim, masts] = ['', '', '', '']
  for (let x = -30; x < width + 30; ) {
    const w = brush.between(44, 104) * (0.75 + row * 0.16)
    const crowd = Math.exp(-(((x - centre) / (width * 0.32)) ** 2))
    const h =
      shore * (0.14 + 0.5 * brush.random() ** 1.5 * (0.35 + crowd) - row * 0.035 + 0.1 * crowd)
    const top = shore - Math.max(50, h)
    towers += roof(brush, x, top, w, shore)
    if (brush.random() < 0.22) masts += `M${n(x + w / 2)} ${n(top)}v${n(-brush.between(24, 84))}`
    if (row > 0) {
      const [cell, rise] = [brush.between(9, 13), brush.between(14, 20)]
      const chance = brush.between(0.12, palette.night ? 0.62 : 0.36)
      for (let wy = top + 16; wy < shore - 16; wy += rise)
        for (let wx = x + 7; wx < x + w - cell; wx += cell * 1.45) {
          const roll = brush.random()
          const window = `M${n(wx)} ${n(wy)}h${n(cell * 0.72)}v${n(rise * 0.5)}h${n(-cell * 0.72)}Z`
          if (roll < chance) lit += window
          else if (roll < chance + 0.25) dim += window
        }
    }
    x += w * brush.between(0.82, row === 2 ? 1.5 : 1.12)
  }
  const warm = palette.night
    ? mix(palette.light, palette.accents[0], 0.35)
    : lighten(palette.light, 0.2)
  return [
    fill.def,
    path(towers, fill.fill),
    stroke(masts || 'M0 0', colour, 3),
    path(dim, mix(colour, palette.sky[1], 0.35), 0.55),
    path(lit, warm, palette.night ? 0.95 : 0.75),
  ].join('')
}

function roof(brush: Brush, x: number, top: number, w: number, foot: number): string {
  const body = `V${n(foot)}h${n(-w)}Z`
  switch (brush.pick('flat', 'flat', 'steps', 'slant', 'spire')) {
    case 'steps':
      return `M${n(x)} ${n(top)}h${n(w * 0.2)}v${n(-22)}h${n(w * 0.15)}v${n(-18)}h${n(w * 0.3)}v18h${n(w * 0.15)}v22h${n(w * 0.2)}${body}`
    case 'slant':
      return `M${n(x)} ${n(top)}l${n(w)} ${n(brush.between(-46, 46))}${body}`
    case 'spire':
      return `M${n(x)} ${n(top)}h${n(w * 0.3)}l${n(w * 0.2)} ${n(-brush.between(50, 110))}l${n(w * 0.2)} ${n(0)}L${n(x + w * 0.7)} ${n(top)}h${n(w * 0.3)}${body}`
    default:
      return `M${n(x)} ${n(top)}h${n(w)}${body}`
  }
}

function reflections(brush: Brush, shore: number, sunX: number): string {
  const { width, height, palette } = brush
  return Array.from({ length: 190 }, (_, index) => {
    const near = brush.random()
    const y = shore + 5 + (height - shore) * near
    const bySun = index % 4 === 0
    const x = bySun ? sunX + brush.between(-70, 70) * (0.4 + near) : brush.random() * width
    const w = brush.between(14, 70)
    const colour = bySun
      ? lighten(palette.light, 0.2)
      : palette.night
        ? brush.pick(palette.accents[0], palette.light, palette.accents[1])
        : palette.sky[2]
    return stroke(
      polyline([
        [x - w / 2, y],
        [x + w / 2, y],
      ]),
      colour,
      brush.between(1.4, 4),
      brush.between(0.12, 0.5),
    )
  }).join('')
}
