import * as z from 'zod/mini'
import { type GalleryRecord, pictureOf } from './record'

/** The keyword of their text chunk in a PNG. */
export const parametersKeyword = 'krea-playground'

/** Enough to make a picture again. */
export const parametersSchema = z.object({
  model: z.string(),
  input: z.record(z.string(), z.json()),
})

export type GenerationParameters = z.infer<typeof parametersSchema>

/** The parameters written beside a picture, or into it. */
export function parametersOf(record: GalleryRecord) {
  const { id, createdAt, model, modelName, prompt, input, price, parents } = record
  const picture = pictureOf(record)
  return {
    id,
    madeAt: new Date(createdAt).toISOString(),
    model,
    modelName,
    prompt,
    input,
    price,
    parents,
    width: picture?.width,
    height: picture?.height,
    sha256: picture?.sha256,
  }
}
