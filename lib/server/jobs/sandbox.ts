import 'server-only'
import { placed } from '@/lib/base-path'
import bundled from '@/lib/catalog/openapi.json'
import { createSandbox } from '@/lib/sandbox/sandbox'
import { env } from '../env'
import { originOf } from '../http/origin'
import { shared } from '../shared'

export type Sandbox = ReturnType<typeof createSandbox>

/** The one sandbox of this process. */
export const sandbox = shared('sandbox', () =>
  createSandbox({ document: bundled, speed: env().sandboxSpeed, mount: placed('/sandbox') }),
)

/** The request under the address its sender used: Next leaves out the base path, and may change the host. */
export function asAddressed(request: Request): Request {
  const { pathname, search } = new URL(request.url)
  return new Request(originOf(request) + placed(pathname) + search, request)
}
