import 'server-only'
import type { Palette } from './palettes'
import type { Random } from './random'

/** What a scene draws with. The short side of every picture is 1000 units. */
export type Brush = {
  width: number
  height: number
  palette: Palette
  random: Random
  between(low: number, high: number): number
  pick<T>(first: T, ...others: T[]): T
  /** A name no other gradient of the picture has. */
  name(): string
  /** Data URIs of soft noise in the light's colour: billows, and long veils. */
  billows: string
  veils: string
}

export function createBrush(
  size: { width: number; height: number },
  palette: Palette,
  random: Random,
  textures: Pick<Brush, 'billows' | 'veils'>,
): Brush {
  const unit = 1000 / Math.min(size.width, size.height)
  let names = 0
  return {
    width: size.width * unit,
    height: size.height * unit,
    palette,
    random,
    between: (low, high) => low + random() * (high - low),
    pick: (first, ...others) =>
      [first, ...others][Math.floor(random() * (others.length + 1))] ?? first,
    name: () => `g${names++}`,
    ...textures,
  }
}

/**
 * A painting in two layers: `back` is soft and is drawn small, since wide glows cost the renderer
 * most; `front` is drawn at full size.
 */
export type Scene = { back: string; front: string }
