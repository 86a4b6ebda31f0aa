import { showNotice } from '@/components/gallery/notices/notice'
import { fieldOf, type Input, type Model } from '@/lib/catalog/field'
import { validateInput } from '@/lib/catalog/validate'
import { addPicture, replaceDraft } from '@/lib/draft/replace-draft'
import { seedWithin, withSeed } from '@/lib/draft/state'
import { addressOf } from '@/lib/engine/pictures/reference-picture'
import { submit } from '@/lib/engine/submit'
import { type GalleryRecord, pictureOf } from '@/lib/record/record'
import { type UpscaleFactor, upscaleInput } from '@/lib/record/upscale'

/** Models that improve a picture. */
export const enhancersIn = (models: Model[]): Model[] =>
  models.filter((model) => model.task === 'enhance' && fieldOf(model, 'image'))

/** Puts a picture into the form, and shows the form if its model takes one. */
export async function addAsInput(record: GalleryRecord, showComposer: () => void): Promise<void> {
  if (addPicture(await addressOf(record))) showComposer()
  else showNotice('This model takes no images. Choose another model first.')
}

/** The same request with a new seed. */
export async function submitVariation(
  { id, input, modelName }: GalleryRecord,
  model: Model | undefined,
): Promise<void> {
  if (!model) return showNotice(`${modelName} is no longer available.`)
  const seed = fieldOf(model, 'seed')
  const varied = seed ? { ...input, [seed.name]: seedWithin(seed, Math.random) } : input
  showNotice('Making a variation…')
  await submitChild(model, varied, id)
}

/** Sends the picture to an enhancer, or to the composer if the enhancer needs more settings. */
export async function submitUpscale(
  record: GalleryRecord,
  enhancer: Model,
  factor: UpscaleFactor,
  showComposer: () => void,
): Promise<void> {
  const picture = pictureOf(record)
  if (!picture) return
  showNotice('Uploading the picture…')
  const input = upscaleInput(enhancer, await addressOf(record), picture, factor)
  if (!input) return
  const seeded = withSeed(enhancer, input, Math.random)
  if (validateInput(enhancer, seeded).length > 0) {
    replaceDraft({ model: enhancer.id, input: seeded })
    showNotice(`${enhancer.name} needs more settings. Nothing was sent.`)
    return showComposer()
  }
  showNotice('Upscaling…')
  await submitChild(enhancer, seeded, record.id)
}

/** Throws if the input is invalid. Any other failure is shown in the new record's tile. */
async function submitChild(model: Model, input: Input, parentId: string): Promise<void> {
  const error = await submit(model, input, [parentId])
  if (error?.fields) throw error
}
