import 'server-only'
import type { Call, Context } from './context'
import { html, isRefusal, json } from './http/answer'
import { type BodyLimits, createBodyLimits } from './http/body'
import { preflight, withCors } from './http/cors'
import { serveDocument } from './http/document'
import { createJobLog } from './jobs/job-log'
import { memoryStore } from './jobs/memory-store'
import type { Store } from './jobs/store-type'
import { scheduleUnfinished } from './jobs/webhook'
import { readModels } from './models/models'
import { createPictures } from './pictures/pictures'
import { createQueue } from './queue'
import { openRoutes, type Route, tokenRoutes } from './routes'
import { openSigner } from './signer'
import type { Trace } from './trace'

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
  /** Where jobs, uploads and styles go: shared by all processes that share it. */
  store?: Store
  /** Makes ids and signs. Without it the store keeps one. */
  key?: string | null
  /** `false` where processes with the same key share no store: then an id alone stands for its job. */
  isLogShared?: boolean
  /** Takes names and paths of Krea's older guides. `false`: refuses them, as Krea does today. */
  retiredNames?: boolean
  /** POSTs a job to its webhook. Without it nothing is delivered. */
  deliver?: (url: string, body: string) => Promise<void>
  uploads?: Partial<BodyLimits>
  /** Runs the painter's work in a span. */
  trace?: Trace
}

/** `anyone` is told apart by token; `playground` is this server itself, in process. */
export type Caller = 'anyone' | 'playground'

/** A server that speaks Krea's wire, as a function: give it to a client as `fetch`, or mount it. */
export type SandboxHandler = (request: Request, caller?: Caller) => Promise<Response>

export function createSandbox({ mount = '', ...options }: SandboxOptions): SandboxHandler {
  const document = serveDocument(options.document)
  let opening: Promise<Context> | undefined
  return async (request, caller = 'anyone') => {
    if (request.method === 'OPTIONS') return preflight()
    const url = new URL(request.url)
    const path = pathUnder(mount, url)
    try {
      if (path === '/openapi.json') return withCors(document(request))
      opening ??= openContext(options).catch((error) => {
        opening = undefined
        throw error
      })
      const context = await opening
      const call = { request, url, path, base: `${url.origin}${mount}` }
      return withCors(await answer(context, { ...call, owner: ownerOf(context, request, caller) }))
    } catch (error) {
      if (isRefusal(error)) return withCors(json(error.body, error.status, error.headers))
      throw error
    }
  }
}

async function openContext({
  document,
  speed = 1,
  now = Date.now,
  random = Math.random,
  store = memoryStore(),
  key = null,
  isLogShared = true,
  retiredNames = true,
  deliver = async () => undefined,
  uploads,
  trace = (_name, _attributes, work) => work(),
}: SandboxOptions): Promise<Context> {
  const signer = await openSigner(key, store)
  const log = createJobLog(store, signer, now)
  const context: Context = {
    models: readModels(document),
    pictures: createPictures({ store, log, signer, isLogShared, trace }),
    log,
    store,
    signer,
    isLogShared,
    uploads: createBodyLimits(uploads),
    decoding: createQueue({ concurrent: 2, maxWaiting: 100 }),
    retiredNames,
    deliver,
    speed,
    now,
    random,
  }
  await scheduleUnfinished(context)
  return context
}

function pathUnder(mount: string, { pathname }: URL): string {
  const isMounted = pathname === mount || pathname.startsWith(`${mount}/`)
  // Krea's own examples end their base in a slash and double it.
  return (isMounted ? pathname.slice(mount.length) : pathname).replace(/^\/+/, '/')
}

/** The playground's jobs are nobody else's, whatever word another sends as a token. */
function ownerOf({ signer }: Context, request: Request, caller: Caller): string {
  return caller === 'playground' ? 'playground' : signer.digest(`token ${tokenOf(request) ?? ''}`)
}

const tokenOf = ({ headers }: Request): string | null =>
  /^Bearer\s+(\S.*)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null

async function answer(context: Context, call: Call): Promise<Response> {
  const method = call.request.method === 'HEAD' ? 'GET' : call.request.method
  const fits = ([wanted, path]: Route) => wanted === method && path.test(call.path)
  const found = openRoutes.find(fits) ?? tokenRoutes.find(fits)
  if (!found) return html(404, `Cannot ${call.request.method} ${call.path}`)
  const [, path, handler] = found
  if (tokenRoutes.includes(found) && tokenOf(call.request) === null)
    return json({ message: 'Unauthorized' }, 401)
  return handler(context, call, path.exec(call.path)?.[1] ?? '')
}
