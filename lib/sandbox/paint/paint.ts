import 'server-only'
import sharp, { type Sharp } from 'sharp'
import type { PictureFormat } from '../jobs/job-record'
import { encodeAs } from '../pictures/format'
import { develop } from './develop'
import { drawScene, enlarge, type Raw, type Subject, shrinkTo } from './draw-scene'

/** Beyond this a painting is enlarged, which costs less than to draw it there. */
const sharpest = 2048
/** Intermediate pictures are small, as a preview may be. */
const previewSide = 384

/** Draws the scene of a job's previews, or gives the one drawn for an earlier step. */
export type Reuse = (draw: () => Promise<Raw>) => Promise<Raw>

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
  reuse: Reuse = (draw) => draw(),
): Promise<Buffer> {
  if (step !== null) {
    const scene = await reuse(() => sceneOf(job, previewSide, input))
    return encode(await develop(scene, job.seed, step), format)
  }
  const { data, info } = await sceneOf(job, sharpest, input)
  const { width, height } = job
  return encode(sharp(data, { raw: info }).resize(width, height, { fit: 'fill' }), format)
}

const sceneOf = (job: Subject, maxSide: number, input: Buffer | null): Promise<Raw> =>
  job.enhance && input
    ? enlarge(input, shrinkTo(job, maxSide))
    : drawScene(job, shrinkTo(job, maxSide), input)

const encode = (picture: Sharp, format: PictureFormat): Promise<Buffer> =>
  encodeAs(picture.removeAlpha(), format).toBuffer()
