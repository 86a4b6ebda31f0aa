import 'server-only'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import * as z from 'zod'
import { cacheable, invalid, json, notFound, Refusal } from './answer'
import { limitBody, rethrowRefusal } from './body'
import type { Call, Context } from './context'
import { readPage } from './jobs/jobs'

const maxBytes = 75 * 2 ** 20
/** What the form itself adds to the file. */
const formOverhead = 64 * 2 ** 10

const assetSchema = z.object({
  id: z.string(),
  uploaded_at: z.string(),
  width: z.number(),
  height: z.number(),
  size_bytes: z.number(),
  mime_type: z.string(),
  description: z.string().optional(),
})

type Asset = z.infer<typeof assetSchema>

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
}

/** `POST /assets`: multipart with `file` and maybe `description`. What it is, its bytes tell. */
export async function uploadAsset(context: Context, call: Call): Promise<Response> {
  const form = await readForm(call.request)
  const [file, description] = [form.get('file'), form.get('description')]
  if (!(file instanceof Blob))
    throw invalid('Missing file', [{ path: 'file', message: 'Required' }])
  if (file.size > maxBytes) throw new Refusal(413, { error: tooLargeMessage })
  if (file.type === 'image/jpg') throw invalid('Unsupported file type: image/jpg')
  const bytes = Buffer.from(await file.arrayBuffer())
  const asset: Asset = {
    id: randomUUID(),
    uploaded_at: new Date(context.now()).toISOString(),
    ...(await inspect(bytes)),
    size_bytes: bytes.length,
    ...(typeof description === 'string' && { description }),
  }
  await context.store.write(bytesFileName(asset), bytes)
  await context.store.write(recordFileName(asset.id), Buffer.from(JSON.stringify(asset)))
  return json(wireAsset(asset, call))
}

const tooLargeMessage = 'File too large: at most 75 MB'

const readForm = (request: Request): Promise<FormData> =>
  limitBody(request, maxBytes + formOverhead, tooLargeMessage)
    .formData()
    .catch((error) => rethrowRefusal(error, invalid('The body must be multipart/form-data')))

async function inspect(bytes: Buffer): Promise<Pick<Asset, 'mime_type' | 'width' | 'height'>> {
  const picture = sharp(bytes)
  try {
    const { format, compression, autoOrient } = await picture.metadata()
    const heic = format === 'heif' && compression === 'hevc'
    const type = `image/${heic ? 'heic' : format}`
    if (!(type in extensions)) throw invalid(`Unsupported file type: ${type}`)
    await picture.resize(8, 8).toBuffer()
    return { mime_type: type, ...autoOrient }
  } catch (error) {
    return rethrowRefusal(error, invalid('Unsupported file type, or a broken file'))
  }
}

/** `GET /assets`, newest first; the cursor is a page's last `uploaded_at`. */
export async function listAssets(context: Context, call: Call): Promise<Response> {
  const { before, limit } = readPage(call.url)
  const names = (await context.store.list('asset-')).filter((name) => name.endsWith('.json'))
  const records = await Promise.all(names.map((name) => readRecord(context, name)))
  const found = records
    .filter((asset) => asset !== null)
    .filter((asset) => Date.parse(asset.uploaded_at) < before)
    .toSorted((a, b) => (a.uploaded_at < b.uploaded_at ? 1 : -1))
  const items = found.slice(0, limit)
  return json({
    items: items.map((asset) => wireAsset(asset, call)),
    next_cursor: found.length > limit ? items.at(-1)?.uploaded_at : null,
  })
}

export async function getAsset(context: Context, call: Call, id: string): Promise<Response> {
  return json(wireAsset(await find(context, id), call))
}

export async function deleteAsset(context: Context, _call: Call, id: string): Promise<Response> {
  const asset = await find(context, id)
  await context.store.remove(recordFileName(id))
  await context.store.remove(bytesFileName(asset))
  return json({ id, deleted: true })
}

/** The bytes behind an `image_url`, by the last part of its path; null when they are gone. */
export async function readPublicAsset({ store }: Context, file: string): Promise<Buffer | null> {
  return /^[\da-f-]{36}\.[a-z]{3,4}$/.test(file) ? store.read(`asset-${file}`) : null
}

export async function servePublicAsset(
  context: Context,
  { request }: Call,
  file: string,
): Promise<Response> {
  const bytes = await readPublicAsset(context, file)
  const type = Object.keys(extensions).find((key) => file.endsWith(`.${extensions[key]}`))
  if (!bytes || !type) throw notFound('File not found')
  return cacheable(request, `"${file}"`, new Uint8Array(bytes), {
    'content-type': type,
    'content-length': String(bytes.length),
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
}

async function find(context: Context, id: string): Promise<Asset> {
  const asset = /^[\da-f-]{36}$/.test(id) ? await readRecord(context, recordFileName(id)) : null
  if (!asset) throw notFound('Asset not found')
  return asset
}

async function readRecord({ store }: Context, name: string): Promise<Asset | null> {
  const bytes = await store.read(name)
  return bytes && assetSchema.parse(JSON.parse(bytes.toString()))
}

const recordFileName = (id: string) => `asset-${id}.json`
const bytesFileName = ({ id, mime_type }: Asset) => `asset-${id}.${extensions[mime_type]}`

const wireAsset = (asset: Asset, { base }: Call) => ({
  ...asset,
  image_url: `${base}/public/assets/${bytesFileName(asset).slice('asset-'.length)}`,
})
