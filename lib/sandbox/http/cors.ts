import 'server-only'

/** As Krea's files do, and so that a page elsewhere can try its client: there are no cookies here. */
const corsHeaders = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders,
      'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE',
      'access-control-allow-headers': 'Authorization, Content-Type, X-Webhook-URL',
      'access-control-max-age': '86400',
    },
  })

/** The answer, for pages of any origin. */
export function withCors(response: Response): Response {
  for (const [name, value] of Object.entries(corsHeaders)) response.headers.set(name, value)
  response.headers.set('access-control-expose-headers', 'Deprecation, Sunset, Link, Retry-After')
  return response
}
