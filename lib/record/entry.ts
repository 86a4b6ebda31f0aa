import type { GalleryRecord } from './record'

/** What the grid needs of every record to find it and lay it out, before any is read. */
export type Entry = Pick<
  GalleryRecord,
  'id' | 'aspect' | 'createdAt' | 'model' | 'favourite' | 'boards' | 'parents'
> & {
  kind: GalleryRecord['state']['kind']
  /** What a search looks through, in lower case. */
  words: string
}

export function entryOf(record: GalleryRecord): Entry {
  const { id, aspect, createdAt, model, modelName, favourite, boards, parents, prompt, state } =
    record
  const words = `${prompt} ${modelName}`.toLowerCase()
  return { id, aspect, createdAt, model, favourite, boards, parents, kind: state.kind, words }
}
