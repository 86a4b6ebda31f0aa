import { readBlob } from '../records'

/**
 * The bytes to show of a saved picture. The thumbnail replaces an original that was deleted to free space, or is missing.
 * Without either the file is empty: an image fires its `error` event for it, as for a damaged one.
 */
export async function readShownFile(store: 'originals' | 'thumbnails', id: string): Promise<Blob> {
  return (await readBlob(store, id)) ?? (await readBlob('thumbnails', id)) ?? new Blob()
}

export const damagedFileSentence =
  'This picture is missing or damaged in this browser. A backup can bring it back.'
