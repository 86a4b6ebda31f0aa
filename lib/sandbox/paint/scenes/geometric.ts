import 'server-only'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { box, disc, n, path } from '../svg'

/** A grid of plain forms, as on a poster of the twenties. */
export function geometric(brush: Brush): Scene {
  const { width, height, palette } = brush
  const cells = brush.pick(4, 5, 6)
  const s = 1000 / cells
  const [columns, rows] = [Math.ceil(width / s), Math.ceil(height / s)]
  const paper = palette.night
    ? darken(palette.sky[0], 0.1)
    : mix(lighten(palette.sky[2], 0.35), '#f6efe0', 0.4)
  const inks = [
    ...palette.accents,
    palette.near,
    palette.sky[0],
    mix(palette.sky[1], palette.light, 0.3),
  ]
  let front = ''
  const [left, top] = [(width - columns * s) / 2, (height - rows * s) / 2]
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      front += cell(brush, left + column * s, top + row * s, s, inks, paper)
  return { back: box(0, 0, width, height, paper), front }
}

function cell(
  brush: Brush,
  x: number,
  y: number,
  s: number,
  inks: string[],
  paper: string,
): string {
  const ink = () => inks[Math.floor(brush.random() * inks.length)] ?? paper
  const [a, b, c] = [brush.random() < 0.62 ? ink() : paper, ink(), ink()]
  const [cx, cy] = [x + s / 2, y + s / 2]
  const turned = (svg: string) =>
    `<g transform="rotate(${brush.pick(0, 90, 180, 270)} ${n(cx)} ${n(cy)})">${svg}</g>`
  const quarter = (r: number, fill: string) =>
    path(`M${n(x)} ${n(y)}h${n(r)}a${n(r)} ${n(r)} 0 0 1 ${n(-r)} ${n(r)}Z`, fill)
  const ground = box(x - 0.5, y - 0.5, s + 1, s + 1, a)
  switch (
    brush.pick('quarter', 'quarter', 'rings', 'disc', 'half', 'triangle', 'bars', 'dots', 'petal')
  ) {
    case 'quarter':
      return ground + turned(quarter(s, b))
    case 'rings':
      return (
        ground +
        turned(quarter(s, b) + quarter(s * 0.75, a) + quarter(s * 0.5, c) + quarter(s * 0.25, a))
      )
    case 'disc':
      return ground + disc(cx, cy, s * 0.5, b) + disc(cx, cy, s * 0.22, c)
    case 'half':
      return (
        ground +
        turned(
          path(`M${n(x)} ${n(cy)}a${n(s / 2)} ${n(s / 2)} 0 0 1 ${n(s)} 0Z`, b) +
            path(`M${n(x)} ${n(y + s)}a${n(s / 2)} ${n(s / 2)} 0 0 1 ${n(s)} 0Z`, c),
        )
      )
    case 'triangle':
      return ground + turned(path(`M${n(x)} ${n(y)}h${n(s)}l${n(-s)} ${n(s)}Z`, b))
    case 'bars':
      return (
        ground + turned([0, 1, 2, 3].map((bar) => box(x + (bar * s) / 4, y, s / 8, s, b)).join(''))
      )
    case 'petal':
      return (
        ground +
        turned(
          path(
            `M${n(x)} ${n(y)}a${n(s)} ${n(s)} 0 0 1 ${n(s)} ${n(s)}a${n(s)} ${n(s)} 0 0 1 ${n(-s)} ${n(-s)}Z`,
            b,
          ),
        )
      )
    default:
      return (
        ground +
        Array.from({ length: 9 }, (_, dot) =>
          disc(
            x + s * (0.2 + (dot % 3) * 0.3),
            y + s * (0.2 + Math.floor(dot / 3) * 0.3),
            s * 0.075,
            b,
          ),
        ).join('')
      )
  }
}
