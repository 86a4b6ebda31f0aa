import 'server-only'
import sharp, { type Channels, type Sharp } from 'sharp'
import type { JobFacts } from '../jobs/job-code'
import type { PictureFormat } from '../jobs/job-record'
import { stepCount } from '../jobs/timeline'
import { encodeAs } from '../pictures/format'
import { createBrush } from './brush'
import { lighten } from './colour'
import { mark } from './mark'
import { paletteAt, towards } from './palettes'
import { randomFrom } from './random'
import { inStrokes, sample } from './strokes'
import { sceneAt } from './subjects'
import { image } from './svg'
import { createTextures, dataUri } from './textures'

/** Beyond this a painting is enlarged, which costs less than to draw it there. */
const sharpest = 2048
/** Wide glows and clouds are drawn this small and enlarged: they have no edges to lose. */
const softSide = 320
/** Intermediate pictures are small, as a preview may be. */
const previewSide = 640

type Subject = Pick<
  JobFacts,
  'width' | 'height' | 'seed' | 'subject' | 'palette' | 'tint' | 'enhance'
>

/**
 * The picture of a job: the same facts and input give the same bytes.
 * @param step 1 to 5 for the same picture on its way out of noise; null for the final one.
 * @param input the job's input picture, where it is at hand.
 */
export async function paint(
  job: Subject,
  step: number | null,
  input: Buffer | null,
  format: PictureFormat = 'png',
): Promise<Buffer> {
  const size = step === null ? job : within(job, previewSide)
  const scene =
    job.enhance && input
      ? await enlarge(input, size)
      : await draw(job, within(size, sharpest), input)
  if (step !== null) return encode(await develop(scene, size, job.seed, step), format)
  return encode(
    sharp(scene.data, { raw: scene.info }).resize(size.width, size.height, { fit: 'fill' }),
    format,
  )
}

type Size = { width: number; height: number }
type Raw = { data: Buffer; info: { width: number; height: number; channels: Channels } }

function within({ width, height }: Size, side: number): Size {
  const scale = Math.min(1, side / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

async function draw(job: Subject, size: Size, input: Buffer | null): Promise<Raw> {
  const random = randomFrom(job.seed)
  const own = paletteAt(job.palette, (random() - 0.5) * 24, input ? null : job.tint)
  const seen = input && (await sample(input, job.width / job.height))
  const palette = seen ? towards(own, seen.colours, 0.25) : own
  const textures = await createTextures(random, lighten(palette.light, 0.25))
  const brush = createBrush(job, palette, random, textures)
  const { back, front } = seen ? inStrokes(brush, seen) : sceneAt(job.subject)(brush)
  const soft = await sharp(Buffer.from(svgOf(within(size, softSide), brush, back)))
    .png({ compressionLevel: 1 })
    .toBuffer()
  const ground = image(dataUri(soft), 0, 0, brush.width, brush.height)
  return raw(
    sharp(Buffer.from(svgOf(size, brush, ground + front + mark(brush.width, brush.height)))),
  )
}

const svgOf = (size: Size, view: Size, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${view.width} ${view.height}" preserveAspectRatio="none">${body}</svg>`

async function raw(picture: Sharp): Promise<Raw> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, info: { ...info, channels: 3 } }
}

/** The input upscaled, a little crisper than it was. */
async function enlarge(input: Buffer, size: Size): Promise<Raw> {
  const unit = 1000 / Math.min(size.width, size.height)
  const view = { width: size.width * unit, height: size.height * unit }
  const small = within(size, sharpest)
  const overlay = Buffer.from(svgOf(small, view, mark(view.width, view.height)))
  const picture = await sharp(input)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(small.width, small.height, { fit: 'fill', kernel: 'lanczos3' })
    .sharpen({ sigma: 1.1, m1: 0.8, m2: 2 })
    .toBuffer()
  return raw(sharp(picture).composite([{ input: overlay }]))
}

/** The picture blurred and under noise, less at each step, as a sampler shows it. */
async function develop(scene: Raw, size: Size, seed: number, step: number): Promise<Sharp> {
  const left = 1 - step / (stepCount + 0.5)
  const raw = { ...size, channels: 4 } as const
  return sharp(scene.data, { raw: scene.info })
    .blur(0.6 + left ** 1.6 * Math.min(size.width, size.height) * 0.05)
    .modulate({ saturation: 0.6 + 0.4 * (1 - left) })
    .composite([{ input: await grain(size, seed + step, left), raw }])
}

/** Soft coloured noise about grey, in cells of a few pixels, `strength` opaque. */
async function grain(size: Size, seed: number, strength: number): Promise<Buffer> {
  const [width, height] = [Math.ceil(size.width / 3), Math.ceil(size.height / 3)]
  const random = randomFrom(seed)
  const cells = new Uint8Array(width * height * 3)
  for (let at = 0; at < cells.length; at++) cells[at] = 128 + (random() - 0.5) * 150
  return sharp(cells, { raw: { width, height, channels: 3 } })
    .resize(size.width, size.height, { kernel: 'cubic', fit: 'fill' })
    .ensureAlpha(strength * 0.8)
    .raw()
    .toBuffer()
}

const encode = (picture: Sharp, format: PictureFormat): Promise<Buffer> =>
  encodeAs(picture.removeAlpha(), format).toBuffer()
