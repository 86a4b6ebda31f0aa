import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Call, Context } from '../context'
import { invalid, json } from '../http/answer'
import { rethrowRefusal, withBody } from '../http/body'
import { readPage } from '../jobs/page'
import {
  type Asset,
  bytesFileName,
  findAsset,
  readAsset,
  recordFileName,
  wireAsset,
} from './asset-record'
import { otherTypeOf } from './file-type'
import { inspectPicture } from './inspect-picture'

const maxBytes = 75 * 2 ** 20
/** Bytes that the form adds to the file. */
const formOverhead = 64 * 2 ** 10
const limits = { maxBytes: maxBytes + formOverhead, tooLarge: 'File too large: at most 75 MB' }

/** `POST /assets`: multipart with `file` and maybe `description`. */
export async function uploadAsset(context: Context, call: Call): Promise<Response> {
  return withBody(call.request, context.uploads, limits, async (body) => {
    const notForm = invalid('The body must be multipart/form-data')
    const form = await body.formData().catch((error) => rethrowRefusal(error, notForm))
    return json(wireAsset(await saveFile(context, call, form), call))
  })
}

async function saveFile(context: Context, { owner }: Call, form: FormData): Promise<Asset> {
  const [file, description] = [form.get('file'), form.get('description')]
  if (!(file instanceof Blob))
    throw invalid('Missing file', [{ path: 'file', message: 'Required' }])
  if (file.type === 'image/jpg') throw invalid('Unsupported file type: image/jpg')
  const bytes = Buffer.from(await file.arrayBuffer())
  const picture = await inspectPicture(bytes, context.decoding)
  const otherType = picture ? null : otherTypeOf(file)
  if (!picture && otherType === null) throw invalid('Unsupported file type, or a broken file')
  const asset: Asset = {
    id: randomUUID(),
    owner,
    uploaded_at: new Date(context.now()).toISOString(),
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    size_bytes: bytes.length,
    mime_type: picture?.mime_type ?? otherType ?? '',
    ...(typeof description === 'string' && { description }),
  }
  await context.store.write(bytesFileName(asset), bytes)
  await context.store.write(recordFileName(asset.id), Buffer.from(JSON.stringify(asset)))
  return asset
}

/** `GET /assets`, those of this token, newest first; the cursor is a page's last `uploaded_at`. */
export async function listAssets(context: Context, call: Call): Promise<Response> {
  const { before, limit } = readPage(call.url)
  const names = (await context.store.list('asset-')).filter((name) => name.endsWith('.json'))
  const assets = await Promise.all(names.map((name) => readAsset(context, name)))
  const found = assets
    .filter((asset) => asset !== null)
    .filter(({ owner, uploaded_at }) => owner === call.owner && Date.parse(uploaded_at) < before)
    .toSorted((a, b) => (a.uploaded_at < b.uploaded_at ? 1 : -1))
  const items = found.slice(0, limit)
  return json({
    items: items.map((asset) => wireAsset(asset, call)),
    next_cursor: found.length > limit ? items.at(-1)?.uploaded_at : null,
  })
}

export async function getAsset(context: Context, call: Call, id: string): Promise<Response> {
  return json(wireAsset(await findAsset(context, call, id), call))
}

export async function deleteAsset(context: Context, call: Call, id: string): Promise<Response> {
  const asset = await findAsset(context, call, id)
  await context.store.remove(recordFileName(id))
  await context.store.remove(bytesFileName(asset))
  return json({ success: true, message: 'Asset deleted' })
}
