/** Bytes in the database: a blob or, where the browser stores none, its content and type. */
export type StoredBytes = Blob | PackedBlob

type PackedBlob = { type: string; data: ArrayBuffer }

export const packBlob = async (blob: Blob): Promise<PackedBlob> => ({
  type: blob.type,
  data: await blob.arrayBuffer(),
})

export const toBlob = (stored: StoredBytes): Blob =>
  stored instanceof Blob ? stored : new Blob([stored.data], { type: stored.type })
