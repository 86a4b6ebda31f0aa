import 'server-only'

/** An answer other than the one asked for; thrown anywhere, it becomes the response. */
export class Refusal extends Error {
  override name = 'Refusal'
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown>,
    readonly headers: Record<string, string> = {},
  ) {
    super(JSON.stringify(body))
  }
}

export const isRefusal = (thrown: unknown): thrown is Refusal =>
  thrown instanceof Error && thrown.name === 'Refusal'

export type Detail = { path: string; message: string }

export const invalid = (error: string, details?: Detail[]): Refusal =>
  new Refusal(400, details ? { error, details } : { error })

export const notFound = (error: string): Refusal => new Refusal(404, { error })

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}

export function html(status: number, line: string): Response {
  const text = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const page = `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>${text}</pre>\n</body>\n</html>\n`
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

/** 304 where the caller has it already, nothing but headers for HEAD. */
export function cacheable(
  request: Request,
  etag: string,
  body: BodyInit,
  headers: Record<string, string>,
): Response {
  const all = { etag, ...headers }
  const known = request.headers.get('if-none-match')?.split(/,\s*/) ?? []
  if (known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers: all })
  return new Response(request.method === 'HEAD' ? null : body, { headers: all })
}
