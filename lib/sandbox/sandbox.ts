import 'server-only'
import { createHash } from 'node:crypto'
import { cacheable, html, json, Refusal } from './answer'
import { deleteAsset, getAsset, listAssets, servePublicAsset, uploadAsset } from './assets'
import type { Call, Context } from './context'
import { deleteJob, getJob, listJobs } from './jobs/jobs'
import { openStore, type Store } from './jobs/store'
import { submit } from './jobs/submit'
import { readModels } from './models'
import { createPictures, servePicture } from './pictures'
import { createRegistry } from './registry'
import { listStyles } from './styles'

export type SandboxOptions = {
  /** Krea's OpenAPI document, parsed. */
  document: unknown
  /** How many times faster than life jobs run. */
  speed?: number
  /** Milliseconds since 1970. */
  now?: () => number
  /** A number in [0, 1), for jobs without a seed. */
  random?: () => number
  /** The path it answers under, `/sandbox`; taken off where a request has it. */
  mount?: string
  /** Where uploads and cancellations go: shared by all processes that share it. */
  store?: Store
}

/** A server that speaks Krea's wire, as a function: give it to a client as `fetch`, or mount it. */
export function createSandbox({
  document,
  speed = 1,
  now = Date.now,
  random = Math.random,
  mount = '',
  store = openStore(),
}: SandboxOptions): (request: Request) => Promise<Response> {
  const context: Context = {
    models: readModels(document),
    pictures: createPictures(store),
    registry: createRegistry(store),
    store,
    speed,
    now,
    random,
  }
  const openapi = documentServer(document)
  return async (request) => {
    const call = readCall(request, mount)
    try {
      return await (call.path === '/openapi.json' ? openapi(call) : route(context, call))
    } catch (error) {
      if (error instanceof Refusal) return json(error.body, error.status, error.headers)
      throw error
    }
  }
}

function readCall(request: Request, mount: string): Call {
  const url = new URL(request.url)
  const mounted = url.pathname === mount || url.pathname.startsWith(`${mount}/`)
  // Krea's own examples end their base in a slash and double it.
  const path = (mounted ? url.pathname.slice(mount.length) : url.pathname).replace(/^\/+/, '/')
  return { request, url, path, base: `${url.origin}${mount}` }
}

type Handler = (context: Context, call: Call, rest: string) => Promise<Response>

const open: [method: string, path: RegExp, handler: Handler][] = [
  ['GET', /^\/public\/assets\/([^/]+)$/, servePublicAsset],
  ['GET', /^\/public\/([^/]+)$/, servePicture],
]

const guarded: typeof open = [
  ['POST', /^\/generate\/(.+)$/, submit],
  ['GET', /^\/jobs$/, listJobs],
  ['GET', /^\/jobs\/([^/]+)$/, getJob],
  ['DELETE', /^\/jobs\/([^/]+)$/, deleteJob],
  ['POST', /^\/assets$/, uploadAsset],
  ['GET', /^\/assets$/, listAssets],
  ['GET', /^\/assets\/([^/]+)$/, getAsset],
  ['DELETE', /^\/assets\/([^/]+)$/, deleteAsset],
  ['GET', /^\/styles$/, (_context, call) => listStyles(call)],
]

async function route(context: Context, call: Call): Promise<Response> {
  const method = call.request.method === 'HEAD' ? 'GET' : call.request.method
  const match = ([wanted, path]: (typeof open)[number]) => wanted === method && path.test(call.path)
  const found = open.find(match) ?? guarded.find(match)
  if (!found) return html(404, `Cannot ${call.request.method} ${call.path}`)
  const [, path, handler] = found
  if (guarded.includes(found) && !hasToken(call.request))
    return json({ message: 'Unauthorized' }, 401)
  return handler(context, call, path.exec(call.path)?.[1] ?? '')
}

const hasToken = ({ headers }: Request) => /^Bearer\s+\S/i.test(headers.get('authorization') ?? '')

function documentServer(document: unknown): (call: Call) => Response {
  const text = JSON.stringify(document)
  const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`
  const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=60' }
  return ({ request }) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? cacheable(request, etag, text, headers)
      : html(404, `Cannot ${request.method} /openapi.json`)
}
