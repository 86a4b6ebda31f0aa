import 'server-only'
import { placed } from '@/lib/base-path'
import type { Env } from '../env'
import { originOf } from '../http/origin'

export type Sandbox = (request: Request) => Promise<Response>

/** Loaded at the first request: with a token nothing needs the painter and its image library. */
export function createLazySandbox({ sandboxSpeed }: Env): Sandbox {
  let opening: Promise<Sandbox> | null = null
  return async (request) => {
    opening ??= openSandbox(sandboxSpeed).catch((error) => {
      opening = null
      throw error
    })
    return (await opening)(request)
  }
}

async function openSandbox(speed: number): Promise<Sandbox> {
  const [{ createSandbox }, { default: document }] = await Promise.all([
    import('@/lib/sandbox/sandbox'),
    import('@/lib/catalog/openapi.json'),
  ])
  return createSandbox({ document, speed, mount: placed('/sandbox') })
}

/** The request under the address its sender used: Next leaves out the base path, and may change the host. */
export function asAddressed(request: Request): Request {
  const { pathname, search } = new URL(request.url)
  return new Request(originOf(request) + placed(pathname) + search, request)
}
