import 'server-only'
import { createHash } from 'node:crypto'
import sharp from 'sharp'

/**
 * A picture's colour in 8 bits, to steer a painting when the picture itself is out of reach:
 * 32 hues and 8 steps of lightness.
 */
export async function tintOfPicture(bytes: Buffer): Promise<number> {
  const [r = 0, g = 0, b = 0] = await sharp(bytes)
    .flatten()
    .toColourspace('srgb')
    .resize(1, 1, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer()
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)]
  const spread = max - min || 1
  const sixth =
    max === r ? (g - b) / spread : max === g ? 2 + (b - r) / spread : 4 + (r - g) / spread
  const hue = Math.round(((sixth + 6) % 6) * (32 / 6)) % 32
  return hue * 8 + Math.min(7, Math.floor((max + min) / 64))
}

export const tintOfText = (text: string): number =>
  createHash('sha256').update(text).digest()[0] ?? 0

/** @returns hue in degrees, lightness from 0 to 1. */
export const readTint = (tint: number): { hue: number; light: number } => ({
  hue: Math.floor(tint / 8) * (360 / 32),
  light: ((tint % 8) + 0.5) / 8,
})
