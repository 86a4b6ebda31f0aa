import 'server-only'
import type { Call, Context } from '../context'
import { cacheable, notFound } from '../http/answer'
import { formatOfExtension } from './format'

export async function servePicture(
  context: Context,
  { request }: Call,
  name: string,
): Promise<Response> {
  const bytes = await context.pictures.read(name, context.now())
  if (!bytes) throw notFound('File not found')
  return pictureAnswer(request, name, bytes)
}

export function pictureAnswer(request: Request, name: string, bytes: Buffer): Response {
  const extension = name.split('.').at(-1) ?? ''
  return cacheable(request, `"${name}"`, new Uint8Array(bytes), {
    'content-type': `image/${formatOfExtension(extension) ?? 'png'}`,
    'content-length': String(bytes.length),
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
}
