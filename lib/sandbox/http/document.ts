import 'server-only'
import { createHash } from 'node:crypto'
import { cacheable, html } from './answer'

/** `GET /openapi.json`: public, as Krea's own is. */
export function serveDocument(document: unknown): (request: Request) => Response {
  const text = JSON.stringify(document)
  const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`
  const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=60' }
  return (request) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? cacheable(request, etag, text, headers)
      : html(404, `Cannot ${request.method} /openapi.json`)
}
