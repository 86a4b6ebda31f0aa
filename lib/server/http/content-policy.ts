import 'server-only'

type Given = {
  /** Fresh for each page; Next puts it on its own scripts. */
  nonce: string
  /** React and Next need `eval` and inline styles while developing, and only then. */
  isProduction: boolean
}

/** The request header in which the proxy passes a page the nonce of its own scripts. */
export const nonceHeader = 'x-nonce'

/** The `Content-Security-Policy` of a page: no script but ours, nothing sent but to us. */
export function contentPolicy({ nonce, isProduction }: Given): string {
  const directives = {
    // Of fonts and connections too.
    'default-src': ["'self'"],
    'script-src': [
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(isProduction ? [] : ["'unsafe-eval'"]),
    ],
    'style-src': ["'self'", isProduction ? `'nonce-${nonce}'` : "'unsafe-inline'"],
    // Previews stand at Krea's hosts, and an input picture wherever its visitor found it.
    'img-src': ["'self'", 'blob:', 'data:', 'https:'],
    // Results that are videos or sounds.
    'media-src': ["'self'", 'blob:'],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
