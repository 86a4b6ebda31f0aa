import { asAddressed, sandbox } from '@/lib/server/jobs/sandbox'

const handle = (request: Request): Promise<Response> => sandbox()(asAddressed(request))

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
