import { asAddressed } from '@/lib/server/jobs/sandbox'
import { services } from '@/lib/server/services'

async function handle(request: Request): Promise<Response> {
  const { env, sandbox } = services()
  if (!env.isSandboxServed) return notServed()
  return sandbox(asAddressed(request))
}

/** `next.config.ts` leaves this header to the sandbox. */
const notServed = () =>
  new Response('Not found', {
    status: 404,
    headers: { 'Cross-Origin-Resource-Policy': 'same-origin' },
  })

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
