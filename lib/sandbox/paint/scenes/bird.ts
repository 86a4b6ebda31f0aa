import 'server-only'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { box, disc, glow, image, linear, n, oval, path, radial, stroke } from '../svg'

/** A small bird on a branch in bloom, before lights out of focus. */
export function bird(brush: Brush): Scene {
  const { width, height, palette } = brush
  const ground = linear(
    brush,
    [[palette.sky[0]], [palette.sky[1]], [palette.sky[2]]],
    [0, 0, 0.4, 1],
  )
  const lights = Array.from({ length: 22 }, () =>
    disc(
      brush.random() * width,
      brush.random() * height,
      brush.between(24, 110),
      lighten(brush.pick(...palette.accents, palette.light), 0.4),
      brush.between(0.05, 0.2),
    ),
  )
  const [x, y] = [width * brush.between(0.42, 0.58), height * brush.between(0.5, 0.58)]
  const s = brush.between(0.95, 1.2)
  const soft = [
    ground.def,
    box(0, 0, width, height, ground.fill),
    glow(brush, width * brush.between(0.2, 0.8), height * 0.2, 640, palette.light, 0.55),
    image(brush.billows, 0, 0, width, height, 0.2),
  ]
  const crisp = [
    ...lights,
    branch(brush, y + 128 * s),
    `<g transform="translate(${n(x)} ${n(y)}) scale(${n(s * brush.pick(1, -1))} ${n(s)})">${figure(brush)}</g>`,
  ]
  return { back: soft.join(''), front: crisp.join('') }
}

function figure(brush: Brush): string {
  const { palette } = brush
  const [a, b, c] = palette.accents
  const back = linear(
    brush,
    [[lighten(c, 0.12)], [darken(mix(c, palette.near, 0.35), 0.1)]],
    [0, 0, 0.5, 1],
  )
  const breast = radial(
    brush,
    [[lighten(a, 0.35)], [a, 1, 0.6], [darken(a, 0.3)]],
    [0.62, 0.35, 0.7],
  )
  const wing = linear(
    brush,
    [[mix(c, palette.near, 0.3)], [darken(palette.near, 0.05)]],
    [0, 0, 1, 1],
  )
  const feathers = Array.from({ length: 5 }, (_, k) =>
    stroke(
      `M${-30 - k * 6} ${n(-18 + k * 22)}C${-80 - k * 10} ${n(10 + k * 22)} ${-130 - k * 8} ${n(48 + k * 17)} ${-176 + k * 6} ${n(84 + k * 13)}`,
      lighten(b, 0.15),
      4.5,
      0.55,
    ),
  )
  return [
    back.def,
    breast.def,
    wing.def,
    stroke('M-10 118l-8 30M34 116l4 30', darken(palette.near, 0.1), 7),
    path('M-108 42L-292 150C-284 172 -262 176 -246 172L-80 108Z', darken(palette.near, 0.02)),
    path('M-116 60L-268 172L-84 112Z', mix(c, palette.near, 0.5)),
    path(
      'M-120 50C-120 -30 -40 -86 20 -122C40 -176 116 -190 152 -142C170 -116 164 -84 152 -56C150 40 106 122 8 124C-60 126 -120 108 -120 50Z',
      back.fill,
    ),
    path(
      'M152 -70C152 36 106 122 8 124C-20 124 -36 120 -50 112C40 96 70 10 84 -70C104 -92 142 -96 152 -70Z',
      breast.fill,
    ),
    path('M20 -60C-60 -50 -128 20 -190 118C-110 124 -14 106 36 44C60 10 56 -44 20 -60Z', wing.fill),
    ...feathers,
    path(
      'M154 -132C180 -130 200 -122 214 -112C196 -104 176 -102 158 -104Z',
      mix(b, '#e2a13b', 0.4),
    ),
    path('M158 -116L214 -112C196 -104 176 -102 158 -104Z', darken(mix(b, '#8a5a1c', 0.5), 0.25)),
    disc(116, -126, 14, '#14110f'),
    disc(120, -131, 4.6, '#ffffff', 0.95),
    stroke('M26 -118C44 -164 110 -178 146 -138', lighten(c, 0.5), 5, 0.6),
  ].join('')
}

function branch(brush: Brush, y: number): string {
  const { width, palette } = brush
  const bark = linear(brush, [[mix(palette.near, '#7a5236', 0.45)], [darken(palette.near, 0.2)]])
  const sag = brush.between(-40, 30)
  const at = (x: number) => y + 20 + Math.sin((x / width) * 3.1) * sag + (x / width - 0.5) * 60
  let body = `M-10 ${n(at(0) - 17)}`
  for (let x = 0; x <= width; x += 40)
    body += `L${n(x)} ${n(at(x) - 17 + (x / width) * 8 + brush.between(-2, 2))}`
  for (let x = width; x >= 0; x -= 40)
    body += `L${n(x)} ${n(at(x) + 17 - (x / width) * 8 + brush.between(-2, 2))}`
  const sprigs = Array.from({ length: Math.round(width / 110) }, () => {
    const [x, up] = [brush.random() * width, brush.pick(-1, -1, 1)]
    const [tx, ty] = [x + brush.between(30, 110), at(x) + up * brush.between(50, 130)]
    const twig = stroke(
      `M${n(x)} ${n(at(x))}Q${n(x + 40)} ${n((at(x) + ty) / 2)} ${n(tx)} ${n(ty)}`,
      mix(palette.near, '#6b4a30', 0.4),
      6,
    )
    return (
      twig +
      blossom(brush, tx, ty) +
      oval(
        [(x + tx) / 2 + 20, (at(x) + ty) / 2],
        [26, 9],
        mix(palette.near, '#4f8a4a', 0.55),
        1,
        brush.between(-70, 70),
      )
    )
  })
  return bark.def + sprigs.join('') + path(`${body}Z`, bark.fill)
}

function blossom(brush: Brush, x: number, y: number): string {
  const { palette } = brush
  const [r, turn, colour] = [
    brush.between(18, 32),
    brush.between(0, 72),
    lighten(brush.pick(...palette.accents), 0.5),
  ]
  const petals = Array.from({ length: 5 }, (_, k) => {
    const angle = ((turn + k * 72) * Math.PI) / 180
    return disc(
      x + Math.cos(angle) * r * 0.75,
      y + Math.sin(angle) * r * 0.75,
      r * 0.58,
      k % 2 === 0 ? colour : lighten(colour, 0.25),
      0.96,
    )
  })
  return petals.join('') + disc(x, y, r * 0.3, palette.accents[1])
}
