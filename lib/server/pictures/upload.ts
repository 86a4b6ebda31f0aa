import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import { readBody } from '../http/body'

/** Krea accepts 75 MB; the browser reduces pictures far below this. */
const maxBytes = 20_000_000
const formOverhead = 64_000
/** A picture of 20 MB on a line of 2 Mbit/s. */
const maxUploadMs = 90_000
/** Few cameras have as many; it must fit in memory wherever it is unpacked. */
export const maxPixels = 100_000_000

export type Picture = { file: Blob; type: string; width: number; height: number }

/** The media types that Krea accepts, by sharp's name of the format. */
const types: Record<string, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heif: 'image/heic',
}

/**
 * The picture in the field `file` of a multipart body. Its type comes from its content, not its name.
 * @throws ApiError `unsupported_media`, `too_large`, `invalid_request`
 */
export async function readPicture(request: Request): Promise<Picture> {
  return pictureIn(await readPictureForm(request, maxBytes), maxBytes)
}

/** @throws ApiError `unsupported_media`, `too_large`, `invalid_request` */
export async function readPictureForm(request: Request, maxBytes: number): Promise<FormData> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!contentType.toLowerCase().startsWith('multipart/form-data'))
    throw new ApiError('unsupported_media', 'Send the picture as multipart/form-data.')
  const body = await readBody(request, maxBytes + formOverhead, maxUploadMs)
  return new Response(body, { headers: { 'Content-Type': contentType } })
    .formData()
    .catch((cause) => {
      throw new ApiError('invalid_request', 'The form is malformed.', { cause })
    })
}

/** @throws ApiError `unsupported_media`, `too_large`, `invalid_request` */
export async function pictureIn(form: FormData, maxBytes: number): Promise<Picture> {
  const file = form.get('file')
  if (!(file instanceof File))
    throw new ApiError('invalid_request', 'Send the picture in a field named “file”.')
  if (file.size > maxBytes)
    throw new ApiError('too_large', `Send at most ${maxBytes / 1_000_000} MB.`)
  return pictureOf(file)
}

async function pictureOf(file: File): Promise<Picture> {
  const metadata = await metadataOf(file).catch(() => null)
  const type = types[metadata?.format ?? '']
  if (!metadata || !type || (metadata.format === 'heif' && metadata.compression === 'av1'))
    throw new ApiError('unsupported_media', 'This is no JPEG, PNG, WebP or HEIC picture.')
  const { width, height } = metadata
  if (width * height > maxPixels)
    throw new ApiError(
      'too_large',
      `${width} × ${height} pixels are too many: send at most 100 million.`,
    )
  return { file, type, width, height }
}

/** Of its header alone: a small file may unpack to gigabytes. */
async function metadataOf(file: File) {
  // Loaded at the first upload: the image library costs every other route time and memory.
  const { default: sharp } = await import('sharp')
  return sharp(await file.arrayBuffer()).metadata()
}
