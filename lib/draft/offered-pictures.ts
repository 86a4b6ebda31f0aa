import { createStore } from '../browser/create-store'
import { addNote } from './draft'
import { getDraftState, modelOf } from './draft-store'
import { pictureField } from './picture-field'

/** Pictures as files, or as addresses of pictures that Krea can read. */
export type OfferedPictures = { files: Blob[]; urls: string[] }

/** Pictures that were dropped or pasted, until their field takes them: the model's first one, if dropped elsewhere. */
const store = createStore<(OfferedPictures & { field: string }) | null>(null)

export const useOfferedPictures = store.use

/** @returns false when the model takes no pictures; a note says so */
export function offerPictures({ files, urls }: OfferedPictures): boolean {
  const model = modelOf(getDraftState().draft.model)
  const field = model && pictureField(model)
  if (!field) {
    if (model) addNote(`${model.name} takes no images. Choose a model that does.`)
    return false
  }
  offerPicturesTo(field.name, { files, urls })
  return true
}

export const offerPicturesTo = (field: string, pictures: OfferedPictures): void =>
  store.write({ field, ...pictures })

export const clearOfferedPictures = (): void => store.write(null)
