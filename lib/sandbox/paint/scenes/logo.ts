import 'server-only'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { box, disc, linear, n, type Paint, path, radial, stroke } from '../svg'

/** One bold mark in the middle of a plain ground. */
export function logo(brush: Brush): Scene {
  const { width, height, palette } = brush
  const dark = brush.random() < 0.45 || palette.night
  const paper = dark ? darken(palette.near, 0.2) : lighten(mix(palette.sky[2], '#ffffff', 0.5), 0.2)
  const ground = radial(brush, [[lighten(paper, dark ? 0.1 : 0.3)], [paper]], [0.5, 0.42, 0.75])
  const [a, b, c] = palette.accents
  const inks = [
    linear(brush, [[lighten(a, 0.12)], [b]], [0, 0, 1, 1]),
    linear(brush, [[c], [mix(a, c, 0.5)]], [0, 0, 1, 1]),
  ]
  const mark = brush.pick(
    petals,
    arcs,
    facets,
    orbit,
  )(
    brush,
    inks.map(({ fill }) => fill),
    paper,
  )
  const soft = [ground.def, box(0, 0, width, height, ground.fill)]
  const crisp = [
    ...inks.map(({ def }: Paint) => def),
    `<g transform="translate(${n(width / 2)} ${n(height / 2)}) rotate(${n(brush.pick(0, 15, 30, 45))})">${mark}</g>`,
  ]
  return { back: soft.join(''), front: crisp.join('') }
}

const around = (count: number, draw: (index: number) => string) =>
  Array.from(
    { length: count },
    (_, index) => `<g transform="rotate(${n((360 / count) * index)})">${draw(index)}</g>`,
  ).join('')

function petals(brush: Brush, inks: string[], paper: string): string {
  const count = brush.pick(3, 4, 5, 6, 8)
  const [long, wide] = [brush.between(250, 310), brush.between(520, 800) / count]
  const leaf = `M0 0C${n(wide)} ${n(-long * 0.35)} ${n(wide)} ${n(-long * 0.8)} 0 ${n(-long)}C${n(-wide)} ${n(-long * 0.8)} ${n(-wide)} ${n(-long * 0.35)} 0 0Z`
  const half = `M0 0C${n(wide)} ${n(-long * 0.35)} ${n(wide)} ${n(-long * 0.8)} 0 ${n(-long)}Z`
  return (
    around(
      count,
      (index) => path(leaf, inks[index % 2] ?? paper, 0.95) + path(half, '#000000', 0.14),
    ) + disc(0, 0, brush.between(28, 60), paper)
  )
}

function arcs(brush: Brush, inks: string[], paper: string): string {
  const count = brush.pick(2, 3, 4)
  const rings = [0, 1, 2].map((ring) => {
    const r = 270 - ring * 84
    const sweep = brush.between(150, 300)
    const end = (sweep * Math.PI) / 180
    const d = `M0 ${n(-r)}A${r} ${r} 0 ${sweep > 180 ? 1 : 0} 1 ${n(Math.sin(end) * r)} ${n(-Math.cos(end) * r)}`
    return `<g transform="rotate(${n(brush.between(0, 360))})">${stroke(d, inks[ring % 2] ?? paper, 58)}</g>`
  })
  return rings.slice(0, Math.max(2, count)).join('') + disc(0, 0, 44, inks[1] ?? paper)
}

function facets(brush: Brush, inks: string[], paper: string): string {
  const sides = brush.pick(3, 5, 6, 8)
  const r = 290
  const at = (index: number, out = r) => {
    const turn = (index / sides) * 2 * Math.PI
    return `${n(Math.sin(turn) * out)} ${n(-Math.cos(turn) * out)}`
  }
  const core = brush.between(90, 150)
  return (
    Array.from({ length: sides }, (_, index) => {
      const ink = inks[index % 2] ?? paper
      return (
        path(`M${at(index)}L${at(index + 1)}L${at(index + 0.5, core)}Z`, ink) +
        path(`M${at(index)}L${at(index + 0.5, core)}L${at(index - 0.5, core)}Z`, ink, 0.72) +
        path(
          `M${at(index)}L${at(index + 1)}L${at(index + 0.5, core)}Z`,
          '#000000',
          (index % 3) * 0.09,
        )
      )
    }).join('') +
    path(
      `M${Array.from({ length: sides }, (_, index) => at(index + 0.5, core * 0.72)).join('L')}Z`,
      inks[0] ?? paper,
    )
  )
}

function orbit(brush: Brush, inks: string[], paper: string): string {
  const count = brush.pick(3, 4, 6)
  const [r, out] = [brush.between(105, 140), brush.between(120, 150)]
  return (
    around(count, (index) => disc(0, -out, r, inks[index % 2] ?? paper, 0.82)) +
    around(count, () => disc(0, -out, r * 0.36, paper)) +
    disc(0, 0, 52, paper)
  )
}
