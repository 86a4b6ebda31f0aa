import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import { type PictureMeta, pictureMetaSchema } from '@/lib/contract/reviews/picture'
import { type Picture, pictureIn, readPictureForm } from '../../pictures/upload'

const maxBytes = 25_000_000

/** @throws ApiError `unsupported_media`, `too_large`, `invalid_request` */
export async function readReviewPicture(
  request: Request,
): Promise<{ picture: Picture; meta: PictureMeta }> {
  const form = await readPictureForm(request, maxBytes)
  const meta = readMeta(form.get('meta'))
  return { picture: await pictureIn(form, maxBytes), meta }
}

function readMeta(field: File | string | null): PictureMeta {
  if (field === null) return {}
  const parsed = pictureMetaSchema.safeParse(typeof field === 'string' ? parseJson(field) : null)
  if (parsed.success) return parsed.data
  throw new ApiError(
    'invalid_request',
    'The field “meta” has another shape than this route takes.',
    {
      fields: parsed.error.issues.map(({ path, message }) => ({
        path: ['meta', ...path].join('.'),
        message,
      })),
    },
  )
}

/** `null` for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
