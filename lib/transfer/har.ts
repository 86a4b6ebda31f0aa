import type { LoggedRequest } from '../api/request-log'
import type { GalleryRecord } from '../record/record'

/**
 * A record's requests as an HTTP Archive, without cookies and tokens. The server's own requests to Krea
 * are under `_krea`.
 * Source: http://www.softwareishard.com/blog/har-12-spec/
 * @param origin the playground's address, `https://example.com`
 */
export function toHar(record: GalleryRecord, requests: LoggedRequest[], origin: string) {
  return {
    log: {
      version: '1.2',
      creator: { name: 'Krea Playground', version: '1' },
      pages: [],
      entries: requests.map((request) => harEntry(record, request, origin)),
      comment: `${record.modelName}: ${record.prompt}`,
    },
  }
}

function harEntry(record: GalleryRecord, request: LoggedRequest, origin: string) {
  const { at, ms, method, path, status, code, requestId, attempts } = request
  const url = new URL(origin + path)
  const body = JSON.stringify({ model: record.model, input: record.input })
  const isPost = method === 'POST'
  return {
    startedDateTime: new Date(at).toISOString(),
    time: ms,
    request: {
      method,
      url: url.href,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: isPost
        ? [header('Content-Type', 'application/json'), header('Idempotency-Key', record.id)]
        : [],
      queryString: [...url.searchParams].map(([name, value]) => ({ name, value })),
      ...(isPost ? { postData: { mimeType: 'application/json', text: body } } : {}),
      headersSize: -1,
      bodySize: isPost ? new TextEncoder().encode(body).length : 0,
    },
    response: {
      /** Browsers write 0 for a missing answer. */
      status: status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: requestId ? [header('X-Request-Id', requestId)] : [],
      content: {
        size: -1,
        mimeType: path.startsWith('/api/images') ? 'image/*' : 'application/json',
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      ...(code ? { _error: code } : {}),
    },
    cache: {},
    timings: { send: 0, wait: ms, receive: 0 },
    _krea: attempts,
  }
}

const header = (name: string, value: string) => ({ name, value })
