import 'server-only'
import sharp, { type Matrix3x3, type Sharp } from 'sharp'
import { stepCount } from '../jobs/timeline'
import type { Size } from '../pictures/size'
import type { Raw } from './draw-scene'
import { randomFrom } from './random'

/** The scene blurred and under noise, less at each step from 1 to 5, as a sampler shows it. */
export async function develop({ data, info }: Raw, seed: number, step: number): Promise<Sharp> {
  const left = 1 - step / (stepCount + 0.5)
  const raw = { width: info.width, height: info.height, channels: 4 } as const
  return sharp(data, { raw: info })
    .blur(0.6 + left ** 1.6 * Math.min(info.width, info.height) * 0.05)
    .recomb(saturation(1 - 0.4 * left))
    .composite([{ input: await grain(info, seed + step, left), raw }])
}

/** Soft coloured noise about grey, in cells of two pixels, `strength` opaque. */
async function grain(size: Size, seed: number, strength: number): Promise<Buffer> {
  const [width, height] = [Math.ceil(size.width / 2), Math.ceil(size.height / 2)]
  const random = randomFrom(seed)
  const cells = new Uint8Array(width * height * 3)
  for (let at = 0; at < cells.length; at++) cells[at] = 128 + (random() - 0.5) * 150
  return sharp(cells, { raw: { width, height, channels: 3 } })
    .resize(size.width, size.height, { kernel: 'cubic', fit: 'fill' })
    .ensureAlpha(strength * 0.8)
    .raw()
    .toBuffer()
}

/** As the `saturate` of CSS: 1 leaves colours as they are, 0 is grey. */
function saturation(amount: number): Matrix3x3 {
  const part = (weight: number) => weight * (1 - amount)
  const [red, green, blue] = [part(0.213), part(0.715), part(0.072)]
  return [
    [red + amount, green, blue],
    [red, green + amount, blue],
    [red, green, blue + amount],
  ]
}
