import 'server-only'

type Rgb = [number, number, number]

export const toRgb = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export const toHex = (rgb: readonly number[]): string =>
  `#${rgb
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** From `a` (at 0) to `b` (at 1). */
export function mix(a: string, b: string, part: number): string {
  const [from, to] = [toRgb(a), toRgb(b)]
  return toHex(from.map((value, index) => value + ((to[index] ?? 0) - value) * part))
}

export const lighten = (colour: string, part: number) => mix(colour, '#ffffff', part)
export const darken = (colour: string, part: number) => mix(colour, '#05060c', part)

/** Turns the hue by degrees, keeping luminance. Source: the SVG filter `hueRotate`. */
export function turn(colour: string, degrees: number): string {
  const [r, g, b] = toRgb(colour)
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return toHex([
    r * (0.213 + c * 0.787 - s * 0.213) +
      g * (0.715 - c * 0.715 - s * 0.715) +
      b * (0.072 - c * 0.072 + s * 0.928),
    r * (0.213 - c * 0.213 + s * 0.143) +
      g * (0.715 + c * 0.285 + s * 0.14) +
      b * (0.072 - c * 0.072 - s * 0.283),
    r * (0.213 - c * 0.213 - s * 0.787) +
      g * (0.715 - c * 0.715 + s * 0.715) +
      b * (0.072 + c * 0.928 + s * 0.072),
  ])
}

export function hueOf(colour: string): number {
  const [r, g, b] = toRgb(colour)
  return (Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI
}
