import 'server-only'
import { jsonAnswer } from '../http/answer'

/**
 * JSON with an ETag; 304 without making it where the asker has it already. It is of one cookie, and asked for again
 * each time.
 */
export async function taggedAnswer(
  request: Request,
  tag: string,
  make: () => Promise<object>,
): Promise<Response> {
  const etag = `"${tag}"`
  const headers = {
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie, Authorization',
    'X-Robots-Tag': 'noindex',
  }
  // A proxy that packs answers may make the tag a weak one.
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (known.some((one) => one.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers })
  return jsonAnswer(await make(), { headers })
}
