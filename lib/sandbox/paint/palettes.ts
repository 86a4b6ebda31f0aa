import 'server-only'
import { readTint } from '../pictures/tint'
import { darken, hueOf, lighten, mix, turn } from './colour'

export type Palette = {
  /** Top, middle, horizon. */
  sky: [string, string, string]
  /** Of the sun, the moon, lamps. */
  light: string
  /** Land at the horizon and at the viewer's feet. */
  far: string
  near: string
  accents: [string, string, string]
  night: boolean
}

const day = (
  sky: Palette['sky'],
  light: string,
  far: string,
  near: string,
  accents: Palette['accents'],
): Palette => ({ sky, light, far, near, accents, night: false })

const night = (...parts: Parameters<typeof day>): Palette => ({ ...day(...parts), night: true })

/** The order is part of every job's id: append only, at most 16. */
const palettes = {
  sunset: day(['#2b2a5c', '#c2527a', '#ffb26b'], '#ffe3a3', '#c46a7f', '#241a3a', [
    '#ff7e5f',
    '#feb47b',
    '#8e3b76',
  ]),
  dawn: day(['#6f8fc4', '#e9b7b9', '#ffe2c4'], '#fff3da', '#c9a9bb', '#3d4468', [
    '#f4978e',
    '#fbc4ab',
    '#84a9d1',
  ]),
  day: day(['#3d8bd4', '#8cc7ee', '#e3f4fb'], '#fff8dc', '#a9cde0', '#1f5147', [
    '#f6ae2d',
    '#f26419',
    '#2f6690',
  ]),
  night: night(['#070b22', '#142251', '#35508c'], '#f3f0d7', '#2f4a7d', '#060a18', [
    '#ffd27d',
    '#6d8fdc',
    '#b692f6',
  ]),
  winter: day(['#8fb3cf', '#c9dcea', '#f6f3ee'], '#fffaf0', '#cbdbe8', '#33526b', [
    '#e4572e',
    '#7fb7be',
    '#f0f7fa',
  ]),
  neon: night(['#12052e', '#4a0e78', '#f0287f'], '#5ff4ff', '#6d1fa8', '#0b0320', [
    '#ff2e93',
    '#2de2e6',
    '#f9c80e',
  ]),
  pastel: day(['#bcd7f5', '#f3d6ea', '#fff0d9'], '#fffbe8', '#d9cbe8', '#8d86b8', [
    '#f7b2bd',
    '#b5e2d6',
    '#fde2a6',
  ]),
  vintage: day(['#8fa99a', '#e0cfa2', '#f3e3bf'], '#fff2cf', '#bfae86', '#4b3a2b', [
    '#c8553d',
    '#e0a458',
    '#49746b',
  ]),
  autumn: day(['#7a8fa6', '#e5b780', '#fbe0ad'], '#fff0c2', '#c98b57', '#3b1f17', [
    '#d1495b',
    '#edae49',
    '#a4471f',
  ]),
  ocean: day(['#0b5c8a', '#4fb3bf', '#d8f3ec'], '#fffbe0', '#5fa8b5', '#05324a', [
    '#ff9f68',
    '#2ec4b6',
    '#f7f4d3',
  ]),
  mono: day(['#8d9096', '#c7c9cc', '#f2f1ee'], '#ffffff', '#b4b6ba', '#17181b', [
    '#4a4d53',
    '#8b8e94',
    '#dcdcda',
  ]),
  meadow: day(['#5fa5d9', '#b6dcec', '#f7f6d8'], '#fffbd8', '#a7c99a', '#1f4a2c', [
    '#f2617a',
    '#ffc84a',
    '#7fb950',
  ]),
  ember: day(['#4a1d2f', '#b5432e', '#f6a13a'], '#ffe9a8', '#b85c3a', '#2a0d12', [
    '#ff5a1f',
    '#ffc145',
    '#7c1c2b',
  ]),
  aurora: night(['#050d26', '#0c3b54', '#3fae92'], '#d9fff0', '#1e5a6b', '#04101c', [
    '#5ef2b0',
    '#8a7bff',
    '#f472d0',
  ]),
  tropical: day(['#15a3c7', '#7fe0d4', '#fff1c9'], '#fff7c9', '#5cbfa0', '#0a4a4f', [
    '#ff6f91',
    '#ffc75f',
    '#00c2a8',
  ]),
  storm: day(['#2c3440', '#5b6a78', '#b9c0bd'], '#f4efdc', '#7d8a92', '#14191f', [
    '#e0b354',
    '#5d8aa8',
    '#9db4ab',
  ]),
} satisfies Record<string, Palette>

export type PaletteName = keyof typeof palettes

const entries = Object.entries(palettes)

export const paletteNames = entries.map(([name]) => name)

/**
 * @param turnBy degrees: a little of it keeps two pictures of one palette apart.
 * @param tint of an input picture that is out of reach: its hue takes over.
 */
export function paletteAt(index: number, turnBy: number, tint: number | null): Palette {
  const palette = entries[index]?.[1] ?? palettes.day
  const degrees = tint === null ? turnBy : readTint(tint).hue - hueOf(palette.sky[1]) + turnBy
  return mapColours(palette, (colour) => turn(colour, degrees))
}

/** The palette drawn toward a picture's own colours, darkest first. */
export function towards(palette: Palette, colours: string[], part: number): Palette {
  const at = (index: number) => colours[Math.floor(index * (colours.length - 1))] ?? palette.light
  const [dark, middle, bright] = [at(0), at(0.5), at(1)]
  return {
    ...palette,
    sky: [
      mix(palette.sky[0], middle, part),
      mix(palette.sky[1], at(0.7), part),
      mix(palette.sky[2], lighten(bright, 0.2), part),
    ],
    near: mix(palette.near, darken(dark, 0.3), part),
    far: mix(palette.far, middle, part),
  }
}

const mapColours = (palette: Palette, change: (colour: string) => string): Palette => ({
  ...palette,
  sky: [change(palette.sky[0]), change(palette.sky[1]), change(palette.sky[2])],
  light: change(palette.light),
  far: change(palette.far),
  near: change(palette.near),
  accents: [change(palette.accents[0]), change(palette.accents[1]), change(palette.accents[2])],
})
