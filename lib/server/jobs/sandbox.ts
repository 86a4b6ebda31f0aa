import 'server-only'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { placed } from '@/lib/base-path'
import type { SandboxHandler } from '@/lib/sandbox/sandbox'
import type { Env } from '../env'
import { originOf } from '../http/origin'
import { withSpan } from '../tracing/span'
import { postToWebhook } from './post-to-webhook'

export type Sandbox = SandboxHandler

/** Loaded at the first request: with a token nothing needs the painter and its image library. */
export function createLazySandbox(env: Env): Sandbox {
  let opening: Promise<Sandbox> | null = null
  return async (request, caller) => {
    opening ??= openSandbox(env).catch((error) => {
      opening = null
      throw error
    })
    return (await opening)(request, caller)
  }
}

async function openSandbox(env: Env): Promise<Sandbox> {
  const [{ createSandbox }, { openStore }, { default: document }] = await Promise.all([
    import('@/lib/sandbox/sandbox'),
    import('@/lib/sandbox/jobs/store'),
    import('@/lib/catalog/openapi.json'),
  ])
  return createSandbox({
    document,
    speed: env.sandboxSpeed,
    mount: placed('/sandbox'),
    // The second for hosts that let nothing else be written.
    store: openStore([join(env.dataFolder, 'sandbox'), join(tmpdir(), 'krea-playground-sandbox')]),
    isLogShared: !env.isVercel,
    key: env.sessionSecret ?? env.token ?? env.vercelDeployment,
    retiredNames: env.sandboxRetiredNames,
    deliver: postToWebhook,
    trace: withSpan,
  })
}

/** The request under the address its sender used: Next leaves out the base path, and may change the host. */
export function asAddressed(request: Request): Request {
  const { pathname, search } = new URL(request.url)
  return new Request(originOf(request) + placed(pathname) + search, request)
}
