import { fieldOf, type Input, type Model } from '../catalog/field'
import { priceOf } from '../catalog/price'
import { expectedAspect } from './aspect'
import type { GalleryRecord } from './record'

/**
 * The record of a click, before anything is sent.
 * @param parents ids of the records it is made from
 */
export function newRecord(
  model: Model,
  input: Input,
  id: string,
  now: number,
  parents: string[] = [],
): GalleryRecord {
  const prompt = input[fieldOf(model, 'prompt')?.name ?? 'prompt']
  return {
    id,
    createdAt: now,
    model: model.id,
    modelName: model.name,
    prompt: typeof prompt === 'string' ? prompt : '',
    input,
    price: priceOf(model, input),
    typicalSeconds: model.typicalSeconds,
    aspect: expectedAspect(model, input),
    previews: [],
    state: { kind: 'submitting' },
    favourite: false,
    boards: [],
    parents,
    deletedAt: null,
  }
}
