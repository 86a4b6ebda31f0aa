import 'server-only'
import type { Call, Context } from '../context'
import { cacheable, notFound } from '../http/answer'
import { typeOfExtension } from './file-type'

/** The bytes behind an `image_url`, by the last part of its path; null when they are gone. */
export async function readPublicAsset({ store }: Context, file: string): Promise<Buffer | null> {
  return /^[\da-f-]{36}\.[a-z0-9]{3,4}$/.test(file) && !file.endsWith('.json')
    ? store.read(`asset-${file}`)
    : null
}

export async function servePublicAsset(
  context: Context,
  { request }: Call,
  file: string,
): Promise<Response> {
  const bytes = await readPublicAsset(context, file)
  const type = typeOfExtension(file.split('.').at(-1) ?? '')
  if (!bytes || !type) throw notFound('File not found')
  return cacheable(request, `"${file}"`, new Uint8Array(bytes), {
    'content-type': type,
    'content-length': String(bytes.length),
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
}
