import type { GalleryRecord } from './record'

/**
 * The part of a record that search and grid need of every record, before they read any. Entries are stored beside
 * the records: a new property raises `databaseVersion`, and `lib/library/upgrade.ts` writes it into those of earlier versions.
 */
export type Entry = Pick<
  GalleryRecord,
  'id' | 'aspect' | 'createdAt' | 'model' | 'favourite' | 'boards' | 'parents'
> & {
  kind: GalleryRecord['state']['kind']
  /** The text that a search looks through, in lower case. */
  words: string
  /** The id of the experiment it was made for. */
  experiment?: string
}

/** Whether the grid can lay it out. One damaged entry must not cost the others. */
export const canShow = ({ createdAt, aspect }: Entry): boolean =>
  Number.isFinite(new Date(createdAt).getTime()) && aspect > 0

export function entryOf(record: GalleryRecord): Entry {
  const { id, aspect, createdAt, model, modelName, favourite, boards, parents, prompt, state } =
    record
  const words = `${prompt} ${modelName}`.toLowerCase()
  const entry = {
    id,
    aspect,
    createdAt,
    model,
    favourite,
    boards,
    parents,
    kind: state.kind,
    words,
  }
  return record.experiment ? { ...entry, experiment: record.experiment.id } : entry
}
