import 'server-only'
import { air, haze } from '../air'
import type { Brush, Scene } from '../brush'
import { darken, lighten, mix } from '../colour'
import { lineNoise } from '../random'
import { ground, linear, n, path, stroke } from '../svg'

/** A cat seen from behind, before a great sun or moon. */
export function cat(brush: Brush): Scene {
  const { width, height, palette } = brush
  const x = width * brush.between(0.4, 0.6)
  const foot = height * 0.8
  const s = brush.between(0.92, 1.12)
  const { back, front } = air(brush, height * 0.82, {
    x: x + brush.between(-60, 60),
    y: foot - 330 * s,
    r: brush.between(215, 255),
  })
  const rows = [0, 1].map((row) => {
    const noise = lineNoise(brush.random, 4)
    const colour = mix(palette.far, palette.near, 0.12 + row * 0.3)
    const fill = linear(brush, [[colour], [mix(colour, palette.sky[2], 0.4)]])
    const base = height * (0.7 + row * 0.07)
    return (
      fill.def +
      path(
        ground(brush, (at) => base - (noise(at / 190) - 0.5) * 130),
        fill.fill,
      )
    )
  })
  const noise = lineNoise(brush.random, 3)
  const near = linear(brush, [[mix(palette.near, palette.far, 0.12)], [darken(palette.near, 0.35)]])
  const heightAt = (at: number) =>
    foot - 10 + (noise(at / 420) - 0.5) * 44 + ((at - x) / width) ** 2 * 150
  const land = [
    front,
    ...rows,
    haze(brush, height * 0.78, 220, palette.sky[2], 0.45),
    near.def,
    path(ground(brush, heightAt), near.fill),
    blades(brush, heightAt, 0.5),
    `<g transform="translate(${n(x)} ${n(heightAt(x) + 8)}) scale(${n(s * brush.pick(1, -1))} ${n(s)})">${figure(brush)}</g>`,
    blades(brush, (at) => heightAt(at) + 36, 1),
  ]
  return { back, front: land.join('') }
}

function figure(brush: Brush): string {
  const { palette } = brush
  const coat = linear(brush, [
    [mix(palette.near, palette.accents[0], 0.22)],
    [darken(palette.near, 0.35)],
  ])
  const rim = lighten(palette.light, 0.3)
  const body =
    'M-118 0C-150 -90 -96 -170 -62 -226C-48 -252 -46 -262 -52 -282C-74 -300 -84 -334 -76 -368L-92 -452C-92 -462 -82 -464 -76 -458L-34 -410C-12 -418 12 -418 34 -410L76 -458C82 -464 92 -462 92 -452L76 -368C84 -334 74 -300 52 -282C46 -262 48 -252 62 -226C96 -170 150 -90 118 0C70 16 -70 16 -118 0Z'
  const tail = `M86 -14C170 0 230 -34 226 -104C223 -152 258 -180 288 -158`
  const side =
    'M62 -226C96 -170 150 -90 118 0M76 -368C84 -334 74 -300 52 -282M34 -410L76 -458C82 -464 92 -462 92 -452L76 -368'
  const other =
    'M-118 0C-150 -90 -96 -170 -62 -226M-76 -368C-84 -334 -74 -300 -52 -282M-34 -410L-76 -458C-82 -464 -92 -462 -92 -452L-76 -368'
  const whiskers = 'M-70 -338l-58 -12M-70 -326l-60 6M70 -338l58 -12M70 -326l60 6'
  return [
    coat.def,
    stroke(tail, darken(palette.near, 0.25), 36),
    path(body, coat.fill),
    stroke(whiskers, darken(palette.near, 0.2), 2.2, 0.7),
    stroke(side, rim, 5, 0.75),
    stroke(other, rim, 4, 0.4),
    stroke(
      'M-30 -30C-24 -84 -18 -120 0 -150M34 -30C30 -80 22 -110 8 -140',
      darken(palette.near, 0.55),
      3,
      0.5,
    ),
  ].join('')
}

function blades(brush: Brush, heightAt: (x: number) => number, strength: number): string {
  const { width, palette } = brush
  const d = Array.from({ length: 170 }, () => {
    const [x, tall] = [brush.random() * width, brush.between(24, 92) * strength]
    return `M${n(x)} ${n(heightAt(x) + 16)}q${n(brush.between(-8, 8))} ${n(-tall * 0.7)} ${n(brush.between(-24, 24))} ${n(-tall)}`
  })
  return stroke(d.join(''), darken(palette.near, 0.2), 3.4)
}
