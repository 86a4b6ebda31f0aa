import 'server-only'
import * as z from 'zod'
import type { Call, Context } from '../context'
import { notFound } from '../http/answer'
import { extensionOf } from './file-type'

const assetSchema = z.object({
  id: z.string(),
  owner: z.string(),
  uploaded_at: z.string(),
  /** Null for a file that is no picture. */
  width: z.number().nullable(),
  height: z.number().nullable(),
  size_bytes: z.number(),
  mime_type: z.string(),
  description: z.string().optional(),
})

export type Asset = z.infer<typeof assetSchema>

export const recordFileName = (id: string) => `asset-${id}.json`
export const bytesFileName = ({ id, mime_type }: Asset) => `asset-${id}.${extensionOf(mime_type)}`

/** @throws Refusal 404 for one that is absent, or belongs to another token */
export async function findAsset(context: Context, call: Call, id: string): Promise<Asset> {
  const asset = /^[\da-f-]{36}$/.test(id) ? await readAsset(context, recordFileName(id)) : null
  if (asset?.owner !== call.owner) throw notFound('Asset not found')
  return asset
}

export async function readAsset({ store }: Context, fileName: string): Promise<Asset | null> {
  const bytes = await store.read(fileName)
  return bytes && (assetSchema.safeParse(JSON.parse(bytes.toString())).data ?? null)
}

export const wireAsset = ({ owner: _, ...asset }: Asset, { base }: Call) => ({
  ...asset,
  image_url: `${base}/public/assets/${asset.id}.${extensionOf(asset.mime_type)}`,
})
