import 'server-only'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { box, disc, glow, image, linear, n, oval, path, stroke } from '../svg'

/** Head and shoulders with closed eyes, lit from one side, before a disc. */
export function portrait(brush: Brush): Scene {
  const { width, height, palette } = brush
  const back = linear(brush, [[palette.sky[0]], [palette.sky[1]], [palette.sky[2]]], [0, 0, 0.3, 1])
  const x = width / 2
  const s = Math.min(1.05, height / 1000)
  const lift = height - 1000 * s
  const ring = lighten(mix(palette.light, palette.sky[2], 0.3), 0.1)
  const soft = [
    back.def,
    box(0, 0, width, height, back.fill),
    image(brush.veils, 0, 0, width, height, palette.night ? 0.2 : 0.4),
    glow(brush, x, height * 0.42, 700, palette.light, 0.5),
  ]
  const crisp = [
    disc(x, lift + 430 * s, 318, ring, 0.9),
    scattered(brush),
    `<g transform="translate(${n(x)} ${n(lift)}) scale(${n(s * brush.pick(1, -1))} ${n(s)})">${sitter(brush)}</g>`,
  ]
  return { back: soft.join(''), front: crisp.join('') }
}

function scattered(brush: Brush): string {
  const { width, height, palette } = brush
  return Array.from({ length: 46 }, () =>
    disc(
      brush.random() * width,
      brush.random() * height,
      brush.random() ** 3 * 13 + 1.5,
      lighten(brush.pick(...palette.accents, palette.light), 0.3),
      brush.between(0.2, 0.75),
    ),
  ).join('')
}

function sitter(brush: Brush): string {
  const { palette } = brush
  const tone = brush.pick('#f3cfb3', '#e5b08a', '#c98c62', '#9a6242', '#6f432c')
  const skin = mix(tone, palette.sky[1], palette.night ? 0.22 : 0.08)
  const dark = mix(skin, mix(palette.near, '#5a2a2a', 0.4), 0.42)
  const hair = brush.pick(
    darken(palette.near, 0.35),
    mix(palette.near, '#5b3420', 0.6),
    mix(palette.accents[0], palette.near, 0.35),
    mix('#2a1a14', palette.near, 0.3),
  )
  const face = linear(brush, [[lighten(skin, 0.2)], [skin, 1, 0.5], [dark]], [0, 0.2, 1, 0.5])
  const neck = linear(brush, [[dark], [mix(dark, skin, 0.6)]])
  const cloth = brush.pick(...palette.accents)
  const coat = linear(
    brush,
    [[lighten(cloth, 0.16)], [cloth, 1, 0.5], [darken(cloth, 0.45)]],
    [0, 0, 1, 0.5],
  )
  const locks = linear(
    brush,
    [[lighten(hair, 0.2)], [hair, 1, 0.4], [darken(hair, 0.4)]],
    [0, 0, 1, 0.6],
  )
  const style = brush.pick('long', 'bob', 'bun', 'short')
  return [
    face.def,
    neck.def,
    coat.def,
    locks.def,
    behind(style, locks.fill),
    path('M-66 560V700C-66 740 66 740 66 700V560Z', neck.fill),
    path(
      'M-372 1010C-366 820 -250 762 -104 728C-60 780 60 780 104 728C250 762 366 820 372 1010Z',
      coat.fill,
    ),
    collar(brush, cloth),
    oval([-148, 446], [22, 40], dark),
    oval([150, 446], [20, 38], darken(dark, 0.15)),
    path(
      'M-148 400C-152 292 -84 232 0 232C84 232 152 292 148 400C146 520 92 628 0 634C-92 628 -146 520 -148 400Z',
      face.fill,
    ),
    features(brush, skin, hair),
    disc(-150, 500, 12, palette.accents[1]),
    fringe(style, locks.fill),
    stroke('M-372 1000C-366 820 -250 762 -110 730', lighten(palette.light, 0.3), 7, 0.65),
    stroke('M-150 420C-150 500 -128 570 -84 606', lighten(palette.light, 0.3), 6, 0.55),
  ].join('')
}

function behind(style: string, fill: string): string {
  switch (style) {
    case 'long':
      return path(
        'M-190 400C-210 240 -110 160 0 160C110 160 210 240 190 400C184 520 236 640 214 790C140 830 -140 830 -214 790C-236 640 -184 520 -190 400Z',
        fill,
      )
    case 'bob':
      return path(
        'M-186 390C-196 240 -104 166 0 166C104 166 196 240 186 390C186 470 206 540 184 616C100 650 -100 650 -184 616C-206 540 -186 470 -186 390Z',
        fill,
      )
    case 'bun':
      return path(
        'M-92 150a92 88 0 1 1 184 0a92 88 0 1 1 -184 0M-170 400C-184 250 -104 180 0 180C104 180 184 250 170 400Z',
        fill,
      )
    default:
      return path('M-166 400C-186 240 -100 176 6 172C112 168 184 240 166 400Z', fill)
  }
}

function fringe(style: string, fill: string): string {
  if (style === 'short')
    return path(
      'M-160 396C-170 300 -150 226 -70 196C20 156 140 190 160 300C166 336 164 366 160 396C150 350 132 316 100 296C30 318 -60 300 -104 284C-136 310 -150 346 -160 396Z',
      fill,
    )
  if (style === 'bob')
    return path(
      'M-168 430C-178 300 -120 204 0 200C120 204 178 300 168 430C158 390 154 366 148 346C60 362 -60 362 -148 346C-154 366 -158 390 -168 430Z',
      fill,
    )
  return path(
    'M-164 450C-182 300 -120 200 0 196C120 200 182 300 164 450C154 372 120 306 20 250C-30 310 -120 330 -146 380C-154 400 -160 424 -164 450Z',
    fill,
  )
}

function collar(brush: Brush, cloth: string): string {
  const trim = lighten(brush.palette.light, 0.25)
  return brush.random() < 0.5
    ? stroke('M-108 730C-62 796 62 796 108 730', trim, 13, 0.9)
    : path('M-118 722L-10 850L-74 700ZM118 722L10 850L74 700Z', darken(cloth, 0.25))
}

function features(brush: Brush, skin: string, hair: string): string {
  const line = darken(mix(skin, '#43201a', 0.72), 0.1)
  const lips = mix(skin, brush.pick('#b3413f', '#a4485f', '#8e3a35'), 0.62)
  const brow = darken(hair, 0.2)
  return [
    stroke('M-104 386C-84 368 -56 368 -36 380M36 380C56 368 84 368 104 386', brow, 9, 0.85),
    stroke('M-102 430C-86 446 -54 446 -38 430M38 430C54 446 86 446 102 430', line, 6.5),
    stroke(
      'M-92 440l-8 10M-78 445l-4 11M-62 445l3 11M62 445l-3 11M78 445l4 11M92 440l8 10',
      line,
      3.6,
    ),
    stroke('M6 420C12 460 22 484 14 498C8 506 -4 506 -12 502', mix(skin, line, 0.5), 5),
    path('M-44 556C-26 542 -10 540 0 548C10 540 26 542 44 556C24 582 -24 582 -44 556Z', lips),
    stroke('M-42 556C-16 564 16 564 42 556', darken(lips, 0.4), 3),
    oval([-82, 492], [34, 22], brush.palette.accents[0], 0.2),
    oval([84, 492], [32, 22], brush.palette.accents[0], 0.16),
    ...(brush.random() < 0.25
      ? [
          stroke(
            'M-120 432a46 44 0 1 0 92 0a46 44 0 1 0 -92 0M28 432a46 44 0 1 0 92 0a46 44 0 1 0 -92 0M-28 424Q0 412 28 424',
            darken(brush.palette.near, 0.1),
            7,
          ),
        ]
      : []),
  ].join('')
}
