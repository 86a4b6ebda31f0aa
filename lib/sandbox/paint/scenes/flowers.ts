import 'server-only'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix, turn } from '../colour'
import { box, disc, glow, image, linear, n, path, radial, stroke } from '../svg'

/** Flowers on their stems, the far ones soft, before lights out of focus. */
export function flowers(brush: Brush): Scene {
  const { width, height, palette } = brush
  const deep = mix(palette.near, palette.sky[0], 0.35)
  const fill = palette.night
    ? linear(brush, [[darken(palette.sky[0], 0.2)], [deep], [darken(palette.near, 0.2)]])
    : linear(brush, [
        [lighten(palette.sky[2], 0.25)],
        [mix(palette.sky[1], palette.far, 0.35)],
        [deep],
      ])
  const lights = Array.from({ length: 26 }, () =>
    disc(
      brush.random() * width,
      brush.random() ** 1.4 * height * 0.85,
      brush.between(22, 95),
      lighten(brush.pick(...palette.accents, palette.light), 0.35),
      brush.between(0.06, 0.22),
    ),
  )
  const count = Math.round(12 + (width / 1000) * 8)
  const plants = Array.from({ length: count }, (_, index) => {
    const near = index / (count - 1)
    const x = width * ((index * 0.618 + brush.between(-0.05, 0.05) + 1) % 1)
    const y = height * (0.24 + 0.42 * near * brush.between(0.75, 1.2)) + (1 - near) * 60
    return plant(brush, x, y, near)
  })
  const soft = [
    fill.def,
    box(0, 0, width, height, fill.fill),
    glow(brush, width * brush.between(0.25, 0.75), height * 0.1, 720, palette.light, 0.6),
    image(brush.billows, 0, 0, width, height * 0.8, 0.18),
  ]
  const crisp = [...lights, grasses(brush), ...plants]
  return { back: soft.join(''), front: crisp.join('') }
}

function grasses(brush: Brush): string {
  const { width, height, palette } = brush
  const green = mix(mix(palette.near, '#2f6b3a', 0.45), palette.far, 0.2)
  return Array.from({ length: 90 }, () => {
    const [x, tall, lean] = [
      brush.random() * width,
      brush.between(120, 460),
      brush.between(-80, 80),
    ]
    return path(
      `M${n(x - 6)} ${n(height)}Q${n(x)} ${n(height - tall * 0.6)} ${n(x + lean)} ${n(height - tall)}Q${n(x + 8)} ${n(height - tall * 0.5)} ${n(x + 6)} ${n(height)}Z`,
      mix(green, brush.pick(palette.near, palette.far), brush.between(0, 0.55)),
      0.8,
    )
  }).join('')
}

function plant(brush: Brush, x: number, y: number, near: number): string {
  const { height, palette } = brush
  const green = mix(mix(palette.near, '#3c7d45', 0.5), palette.far, 0.35 * (1 - near))
  const r = 46 + near * brush.between(42, 84)
  const bend = brush.between(-90, 90)
  const stem = `M${n(x)} ${n(y)}Q${n(x + bend * 0.2)} ${n((y + height) / 2)} ${n(x + bend)} ${n(height + 20)}`
  const leaves = [0.35, 0.55].map((part, index) => {
    const [ly, side] = [y + (height - y) * part, index % 2 === 0 ? 1 : -1]
    const [lx, long] = [x + bend * part * 0.45, r * 1.7 * side]
    return path(
      `M${n(lx)} ${n(ly)}q${n(long * 0.5)} ${n(-r * 0.9)} ${n(long)} ${n(-r * 0.45)}q${n(-long * 0.35)} ${n(r * 0.7)} ${n(-long)} ${n(r * 0.45)}Z`,
      mix(green, palette.near, index * 0.25),
    )
  })
  return stroke(stem, green, 4 + near * 6) + leaves.join('') + head(brush, x, y, r, near)
}

function head(brush: Brush, x: number, y: number, r: number, near: number): string {
  const { palette } = brush
  const base = turn(
    brush.pick(...palette.accents, lighten(palette.light, 0.2)),
    brush.between(-16, 16),
  )
  const colour = mix(base, palette.sky[2], 0.3 * (1 - near))
  const count = brush.pick(5, 6, 8, 12, 16)
  const wide = (r * 3.6) / count + r * 0.1
  const ring = (scale: number, shift: number, shade: string) => {
    const name = brush.name()
    const leaf = `M0 0C${n(wide * scale)} ${n(-r * 0.35 * scale)} ${n(wide * 0.85 * scale)} ${n(-r * scale)} 0 ${n(-r * scale)}C${n(-wide * 0.85 * scale)} ${n(-r * scale)} ${n(-wide * scale)} ${n(-r * 0.35 * scale)} 0 0Z`
    const def = `<linearGradient id="${name}" x1="0" y1="1" x2="0" y2="0"><stop stop-color="${darken(shade, 0.32)}"/><stop offset=".55" stop-color="${shade}"/><stop offset="1" stop-color="${lighten(shade, 0.35)}"/></linearGradient>`
    return (
      def +
      Array.from(
        { length: count },
        (_, index) =>
          `<path d="${leaf}" fill="url(#${name})" transform="rotate(${n((360 / count) * (index + shift) + brush.between(-5, 5))})"/>`,
      ).join('')
    )
  }
  const squash = brush.between(0.72, 1)
  const heart = radial(
    brush,
    [[lighten(palette.accents[1], 0.3)], [darken(palette.accents[1], 0.45)]],
    [0.4, 0.35, 0.7],
  )
  return `${heart.def}<g transform="translate(${n(x)} ${n(y)}) rotate(${n(brush.between(-25, 25))}) scale(1 ${n(squash)})">${ring(1, 0, colour)}${ring(0.72, 0.5, lighten(colour, 0.14))}${disc(0, 0, r * 0.24, heart.fill)}</g>`
}
