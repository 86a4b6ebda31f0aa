import 'server-only'
import sharp from 'sharp'
import type { Brush } from './brush'
import { toRgb } from './colour'
import { planeNoise, type Random } from './random'

const side = 56

/** Coarse noise, a few thousand cells, that the renderer blows up smoothly: cheap clouds. */
export async function createTextures(
  random: Random,
  colour: string,
): Promise<Pick<Brush, 'billows' | 'veils'>> {
  const billows = await texture(random, colour, 4.2, 4.2)
  const veils = await texture(random, colour, 2.2, 11)
  return { billows, veils }
}

async function texture(
  random: Random,
  colour: string,
  across: number,
  down: number,
): Promise<string> {
  const noise = planeNoise(random, 4)
  const [r, g, b] = toRgb(colour)
  const cells = new Uint8Array(side * side * 4)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const dense = Math.max(0, noise((x / side) * across, (y / side) * down) - 0.44) * 2.6
      // It fades out at its edges, so that no seam shows where it ends.
      const edge = Math.min(1, (Math.min(x, side - 1 - x, y, side - 1 - y) / side) * 5)
      cells.set([r, g, b, Math.min(1, dense) * edge * 255], (y * side + x) * 4)
    }
  const png = await sharp(cells, { raw: { width: side, height: side, channels: 4 } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return dataUri(png)
}

export const dataUri = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`
