import 'server-only'
import { stars } from '../air'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { box, disc, glow, image, linear, n, oval, radial } from '../svg'

/** A banded planet, perhaps ringed, before a nebula. */
export function space(brush: Brush): Scene {
  const { width, height, palette } = brush
  const dark = darken(palette.night ? palette.sky[0] : mix(palette.sky[0], palette.near, 0.7), 0.45)
  const fill = linear(brush, [[dark], [mix(dark, palette.sky[1], 0.4)], [dark]], [0, 0, 1, 1])
  const nebulae = Array.from({ length: 7 }, (_, index) => {
    const colour = palette.accents[index % 3] ?? palette.light
    return glow(
      brush,
      width * brush.random(),
      height * brush.random(),
      brush.between(260, 640),
      colour,
      brush.between(0.2, 0.42),
    )
  })
  const r = brush.between(190, 300)
  const [x, y] = [width * brush.between(0.32, 0.68), height * brush.between(0.38, 0.62)]
  const soft = [
    fill.def,
    box(0, 0, width, height, fill.fill),
    ...nebulae,
    image(brush.billows, -width * 0.2, -height * 0.1, width * 1.5, height * 1.2, 0.34),
    image(brush.veils, 0, height * 0.1, width, height * 0.8, 0.16),
  ]
  const crisp = [
    stars(brush, height, 330),
    ...Array.from({ length: 5 }, () => flare(brush)),
    planet(brush, x, y, r),
    moon(brush, x, y, r),
  ]
  return { back: soft.join(''), front: crisp.join('') }
}

function flare(brush: Brush): string {
  const [x, y, s] = [
    brush.random() * brush.width,
    brush.random() * brush.height,
    brush.between(9, 22),
  ]
  const spike = (w: number, h: number) => oval([x, y], [w, h], '#ffffff', 0.75)
  return (
    glow(brush, x, y, s * 2.4, brush.palette.light, 0.6) + spike(s * 1.4, 1) + spike(1, s * 1.4)
  )
}

function planet(brush: Brush, x: number, y: number, r: number): string {
  const { palette } = brush
  const [name, tilt] = [brush.name(), brush.between(-28, 28)]
  const [a, b, c] = palette.accents
  const bands = Array.from({ length: 13 }, (_, index) => {
    const up = y - r + ((index + 0.5) / 13) * 2 * r + brush.between(-8, 8)
    return oval(
      [x, up],
      [r * 1.15, brush.between(5, 22)],
      brush.pick(a, b, c, lighten(b, 0.4), darken(c, 0.3)),
      brush.between(0.3, 0.75),
    )
  })
  const light = radial(
    brush,
    [
      ['#ffffff', 0.34],
      [palette.near, 0, 0.4],
      [darken(palette.near, 0.6), 0.55, 0.72],
      ['#02030a', 0.95],
    ],
    [0.34, 0.3, 0.82],
  )
  const ringed = brush.random() < 0.6
  const ring = (sweep: number) =>
    [1.42, 1.56, 1.68, 1.86]
      .map((out, index) => {
        const [rx, ry] = [r * out, r * out * 0.26]
        return `<path d="M${n(x - rx)} ${n(y)}A${n(rx)} ${n(ry)} 0 0 ${sweep} ${n(x + rx)} ${n(y)}" fill="none" stroke="${mix(lighten(b, 0.35), c, index / 4)}" stroke-width="${n(r * (index % 2 === 0 ? 0.04 : 0.09))}" stroke-opacity="${n(0.85 - index * 0.13)}"/>`
      })
      .join('')
  return [
    glow(brush, x, y, r * 1.5, lighten(a, 0.2), 0.5),
    `<g transform="rotate(${n(tilt)} ${n(x)} ${n(y)})">`,
    ringed ? ring(1) : '',
    `<clipPath id="${name}"><circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}"/></clipPath>`,
    `<g clip-path="url(#${name})">${disc(x, y, r, mix(a, b, 0.5))}${bands.join('')}</g>`,
    light.def,
    disc(x, y, r, light.fill),
    ringed ? ring(0) : '',
    '</g>',
  ].join('')
}

function moon(brush: Brush, x: number, y: number, r: number): string {
  const turn = brush.between(-0.9, 0.2)
  const [mx, my, mr] = [
    x + Math.cos(turn) * r * 1.75,
    y + Math.sin(turn) * r * 1.5,
    r * brush.between(0.1, 0.19),
  ]
  const light = radial(
    brush,
    [[lighten(brush.palette.light, 0.4)], [brush.palette.far, 1, 0.55], ['#05060c']],
    [0.35, 0.3, 0.8],
  )
  return light.def + disc(mx, my, mr, light.fill)
}
