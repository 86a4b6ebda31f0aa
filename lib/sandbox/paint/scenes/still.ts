import 'server-only'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { box, disc, glow, image, linear, n, oval, path, radial, stroke } from '../svg'

/** A vase with twigs, a bottle and fruit on a table, in the light of a window. */
export function still(brush: Brush): Scene {
  const { width, height, palette } = brush
  const edge = height * 0.7
  const wall = palette.night
    ? mix(palette.sky[0], palette.sky[1], 0.4)
    : mix(palette.sky[1], palette.sky[2], 0.45)
  const back = linear(brush, [[lighten(wall, 0.16)], [wall], [darken(wall, 0.3)]], [0, 0, 1, 1])
  const table = linear(brush, [
    [mix(palette.far, palette.accents[1], 0.35)],
    [mix(palette.near, palette.accents[2], 0.25)],
  ])
  const beam = linear(
    brush,
    [
      [palette.light, 0.6],
      [palette.light, 0],
    ],
    [0, 0, 1, 0.6],
  )
  const x = width / 2 + brush.between(-50, 50)
  const foot = edge + (height - edge) * 0.32
  const order = brush.pick(1, -1)
  const fruits = Array.from({ length: 4 }, (_, k) =>
    fruit(
      brush,
      x + order * (-70 + k * 88 + brush.between(-12, 12)),
      foot + 58 + (k % 2) * 34,
      brush.between(44, 60),
    ),
  )
  const soft = [
    back.def,
    box(0, 0, width, height, back.fill),
    image(brush.billows, 0, 0, width, edge, 0.14),
    glow(brush, x - 260, 40, 620, palette.light, 0.3),
  ]
  const crisp = [
    beam.def,
    path(`M${n(x - 560)} -10h330L${n(x + 420)} ${n(edge)}H${n(x - 130)}Z`, beam.fill, 0.75),
    table.def,
    box(0, edge, width, height - edge, table.fill),
    box(0, edge, width, 4, lighten(palette.light, 0.2), 0.35),
    bottle(brush, x + order * 235, foot + 6),
    vase(brush, x - order * 120, foot + 14),
    ...fruits,
  ]
  return { back: soft.join(''), front: crisp.join('') }
}

const shadow = (brush: Brush, x: number, y: number, r: number) =>
  oval([x + r * 0.55, y], [r * 1.5, r * 0.2], darken(brush.palette.near, 0.3), 0.32)

function vase(brush: Brush, x: number, y: number): string {
  const { palette } = brush
  const colour = brush.pick(...palette.accents)
  const [w, h] = [brush.between(92, 122), brush.between(270, 340)]
  const glaze = linear(
    brush,
    [[lighten(colour, 0.42)], [colour, 1, 0.42], [darken(colour, 0.55)]],
    [0, 0, 1, 0.1],
  )
  const d = `M${n(x - w * 0.34)} ${n(y - h)}C${n(x - w * 0.2)} ${n(y - h * 0.8)} ${n(x - w * 1.15)} ${n(y - h * 0.66)} ${n(x - w)} ${n(y - h * 0.36)}C${n(x - w * 0.9)} ${n(y - h * 0.12)} ${n(x - w * 0.6)} ${n(y)} ${n(x - w * 0.5)} ${n(y)}H${n(x + w * 0.5)}C${n(x + w * 0.6)} ${n(y)} ${n(x + w * 0.9)} ${n(y - h * 0.12)} ${n(x + w)} ${n(y - h * 0.36)}C${n(x + w * 1.15)} ${n(y - h * 0.66)} ${n(x + w * 0.2)} ${n(y - h * 0.8)} ${n(x + w * 0.34)} ${n(y - h)}Z`
  const green = mix(mix(palette.near, '#4c7a4e', 0.55), palette.far, 0.2)
  const twigs = Array.from({ length: 9 }, (_, k) => {
    const [tx, ty] = [x + (k - 4) * brush.between(34, 56), y - h - brush.between(130, 330)]
    const leaves = Array.from({ length: 5 }, (_, leaf) => {
      const part = 0.35 + leaf * 0.16
      const [lx, ly] = [x + (tx - x) * part ** 1.4, y - h + (ty - y + h) * part]
      return oval(
        [lx + (leaf % 2 === 0 ? 20 : -20), ly - 6],
        [28, 10],
        mix(green, palette.accents[1], brush.between(0, 0.4)),
        0.95,
        (leaf % 2 === 0 ? -35 : 35) + (k - 4) * 9,
      )
    })
    const bloom =
      k % 2 === 0
        ? disc(tx, ty, 25, lighten(palette.accents[k % 3] ?? colour, 0.22)) +
          disc(tx - 6, ty - 7, 12, lighten(palette.accents[k % 3] ?? colour, 0.5))
        : ''
    return (
      stroke(
        `M${n(x)} ${n(y - h + 10)}Q${n(x + (tx - x) * 0.15)} ${n(y - h - 120)} ${n(tx)} ${n(ty)}`,
        darken(green, 0.15),
        4.5,
      ) +
      leaves.join('') +
      bloom
    )
  })
  return [
    shadow(brush, x, y, w),
    ...twigs,
    glaze.def,
    path(d, glaze.fill),
    oval([x, y - h], [w * 0.34, 9], darken(colour, 0.6)),
    stroke(
      `M${n(x - w * 0.62)} ${n(y - h * 0.52)}q${n(-w * 0.14)} ${n(h * 0.1)} ${n(-w * 0.06)} ${n(h * 0.22)}`,
      '#ffffff',
      11,
      0.5,
    ),
  ].join('')
}

function bottle(brush: Brush, x: number, y: number): string {
  const { palette } = brush
  const colour = mix(palette.accents[2], palette.near, 0.25)
  const [w, h] = [62, brush.between(330, 400)]
  const glass = linear(
    brush,
    [
      [lighten(colour, 0.3), 0.92],
      [colour, 0.86, 0.5],
      [darken(colour, 0.5), 0.95],
    ],
    [0, 0, 1, 0],
  )
  const d = `M${n(x - w)} ${n(y)}V${n(y - h * 0.52)}C${n(x - w)} ${n(y - h * 0.68)} ${n(x - w * 0.34)} ${n(y - h * 0.66)} ${n(x - w * 0.32)} ${n(y - h * 0.8)}V${n(y - h)}H${n(x + w * 0.32)}V${n(y - h * 0.8)}C${n(x + w * 0.34)} ${n(y - h * 0.66)} ${n(x + w)} ${n(y - h * 0.68)} ${n(x + w)} ${n(y - h * 0.52)}V${n(y)}Q${n(x)} ${n(y + 14)} ${n(x - w)} ${n(y)}Z`
  const paper = lighten(palette.light, 0.35)
  return [
    shadow(brush, x, y, w),
    glass.def,
    path(d, glass.fill),
    box(x - w, y - h * 0.42, w * 2, h * 0.26, paper, 0.92),
    disc(x, y - h * 0.29, 21, palette.accents[0], 0.9),
    box(x - w * 0.36, y - h - 26, w * 0.72, 34, mix(palette.near, '#9c6b3f', 0.6)),
    box(x - w * 0.72, y - h * 0.5, 7, h * 0.44, '#ffffff', 0.35),
  ].join('')
}

function fruit(brush: Brush, x: number, y: number, r: number): string {
  const colour = brush.pick(
    brush.palette.accents[0],
    brush.palette.accents[1],
    mix(brush.palette.accents[1], '#d9572b', 0.4),
  )
  const skin = radial(
    brush,
    [[lighten(colour, 0.55)], [colour, 1, 0.45], [darken(colour, 0.5)]],
    [0.36, 0.3, 0.78],
  )
  return [
    shadow(brush, x, y + r * 0.9, r * 0.8),
    skin.def,
    disc(x, y, r, skin.fill),
    stroke(`M${n(x)} ${n(y - r * 0.84)}q4 -16 15 -22`, darken(brush.palette.near, 0.1), 5),
    oval([x + 24, y - r * 1.12], [20, 8], mix(brush.palette.near, '#5b8c46', 0.6), 1, -24),
  ].join('')
}
