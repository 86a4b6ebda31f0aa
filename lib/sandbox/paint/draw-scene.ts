import 'server-only'
import sharp, { type Channels, type Sharp } from 'sharp'
import type { JobFacts } from '../jobs/job-code'
import type { Size } from '../pictures/size'
import { createBrush } from './brush'
import { lighten } from './colour'
import { mark } from './mark'
import { paletteAt, towards } from './palettes'
import { randomFrom } from './random'
import { inStrokes, sample } from './strokes'
import { sceneAt } from './subjects'
import { image } from './svg'
import { createTextures, dataUri } from './textures'

/** Wide glows and clouds are drawn this small and enlarged: they have no edges to lose. */
const softSide = 320

export type Subject = Pick<
  JobFacts,
  'width' | 'height' | 'seed' | 'subject' | 'palette' | 'tint' | 'enhance'
>
/** The painted pixels. */
export type Raw = { data: Buffer; info: Size & { channels: Channels } }

/** The size, scaled down to at most so many pixels a side. */
export function shrinkTo({ width, height }: Size, side: number): Size {
  const scale = Math.min(1, side / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

/** @param input the job's input picture, where it is at hand. */
export async function drawScene(job: Subject, size: Size, input: Buffer | null): Promise<Raw> {
  const random = randomFrom(job.seed)
  const own = paletteAt(job.palette, (random() - 0.5) * 24, input ? null : job.tint)
  const seen = input && (await sample(input, job.width / job.height))
  const palette = seen ? towards(own, seen.colours, 0.25) : own
  const textures = await createTextures(random, lighten(palette.light, 0.25))
  const brush = createBrush(job, palette, random, textures)
  const { back, front } = seen ? inStrokes(brush, seen) : sceneAt(job.subject)(brush)
  const soft = await sharp(Buffer.from(svgOf(shrinkTo(size, softSide), brush, back)))
    .png({ compressionLevel: 1 })
    .toBuffer()
  const ground = image(dataUri(soft), 0, 0, brush.width, brush.height)
  return raw(
    sharp(Buffer.from(svgOf(size, brush, ground + front + mark(brush.width, brush.height)))),
  )
}

/** The input upscaled, a little crisper than it was. */
export async function enlarge(input: Buffer, size: Size): Promise<Raw> {
  const unit = 1000 / Math.min(size.width, size.height)
  const view = { width: size.width * unit, height: size.height * unit }
  const overlay = Buffer.from(svgOf(size, view, mark(view.width, view.height)))
  const picture = await sharp(input)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(size.width, size.height, { fit: 'fill', kernel: 'lanczos3' })
    .sharpen({ sigma: 1.1, m1: 0.8, m2: 2 })
    .toBuffer()
  return raw(sharp(picture).composite([{ input: overlay }]))
}

const svgOf = (size: Size, view: Size, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${view.width} ${view.height}" preserveAspectRatio="none">${body}</svg>`

async function raw(picture: Sharp): Promise<Raw> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, info: { ...info, channels: 3 } }
}
