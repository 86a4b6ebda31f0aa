import { asAddressed } from '@/lib/server/jobs/sandbox'
import { services } from '@/lib/server/services'

async function handle(request: Request): Promise<Response> {
  const { env, sandbox } = services()
  if (!env.isSandboxServed) return new Response('Not found', { status: 404 })
  return sandbox(asAddressed(request))
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
