import { asAddressed } from '@/lib/server/jobs/sandbox'
import { services } from '@/lib/server/services'

const handle = (request: Request): Promise<Response> => services().sandbox(asAddressed(request))

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
