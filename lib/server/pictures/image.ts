import 'server-only'
import { ApiError, isApiError } from '@/lib/contract/errors'
import type { Env } from '../env'
import { originOf } from '../http/origin'
import type { Sandbox } from '../jobs/sandbox'
import { type AllowedSources, findImageSource } from './image-hosts'
import { peek, pictureTypeOf } from './picture-type'
import { publicFetch } from './public-fetch'
import { isShown, servedTypeOf } from './served-type'

const maxBytes = { picture: 64_000_000, file: 512_000_000 }
const maxRedirects = 3
/** Of large files, a slow line takes minutes. */
const timeoutMs = 600_000

/**
 * The bytes of a picture at an allowed address, streamed, without our token.
 * @throws ApiError `forbidden`, `not_found`, `unsupported_media`, `too_large`, `krea_unavailable`
 */
export async function readImage(
  request: Request,
  address: string,
  { env, sandbox }: { env: Env; sandbox: Sandbox },
): Promise<Response> {
  const sources: AllowedSources = {
    hosts: env.imageHosts,
    upstream: env.mode === 'krea' ? new URL(env.kreaBaseUrl).origin : null,
    own: env.isSandboxServed ? originOf(request) : null,
  }
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)])
  const answer = await followRedirects(address, { sources, sandbox, signal })
  if (!answer.ok) {
    await answer.body?.cancel()
    throw refusalOf(answer.status)
  }
  return pictureOf(answer, address)
}

async function followRedirects(address: string, from: Upstream) {
  let url = address
  for (let step = 0; step <= maxRedirects; step++) {
    const answer = await fetchAllowed(parse(url), from)
    const next = answer.status >= 300 && answer.status < 400 && answer.headers.get('location')
    if (!next) return answer
    await answer.body?.cancel()
    url = URL.canParse(next, url) ? new URL(next, url).href : ''
  }
  throw new ApiError('krea_bad_answer', 'The picture’s address leads from one to another.')
}

function parse(address: string): URL {
  if (!URL.canParse(address))
    throw new ApiError('invalid_request', 'Give the address of a picture as ?url=')
  return new URL(address)
}

type Upstream = { sources: AllowedSources; sandbox: Sandbox; signal: AbortSignal }

async function fetchAllowed(url: URL, { sources, sandbox, signal }: Upstream) {
  const headers = { Accept: 'image/*, video/*, audio/*, */*;q=0.5', 'Accept-Encoding': 'identity' }
  const source = findImageSource(url, sources)
  try {
    switch (source) {
      case 'sandbox':
        return await sandbox(new Request(url, { headers }))
      case 'upstream':
        return await fetch(url, { headers, signal, redirect: 'manual', cache: 'no-store' })
      case 'internet':
        return await publicFetch(url, { headers, signal })
      case null:
        throw new ApiError(
          'forbidden',
          'Pictures are not read from that host. See KREA_IMAGE_HOSTS.',
        )
    }
  } catch (error) {
    if (isApiError(error)) throw error
    throw new ApiError('krea_unavailable', 'The picture cannot be had just now.', { cause: error })
  }
}

function refusalOf(status: number): ApiError {
  const cause = new Error(`the picture's host answered ${status}`)
  return status >= 500 || status === 429
    ? new ApiError('krea_unavailable', 'The picture cannot be had just now.', { cause })
    : new ApiError('not_found', 'There is no picture at that address any more.', { cause })
}

async function pictureOf(answer: Response, address: string): Promise<Response> {
  const { type, body } = await typeOf(answer)
  const length = answer.headers.get('content-length')
  const served = servedTypeOf(type, address)
  if (served === null) {
    await body?.cancel()
    throw new ApiError('unsupported_media', 'There is no picture at that address.')
  }
  const limit = served.startsWith('image/') ? maxBytes.picture : maxBytes.file
  if (Number(length) > limit)
    throw new ApiError('too_large', `That file is above ${limit / 1_000_000} MB.`)
  const headers = new Headers({
    'Content-Type': served,
    'Cache-Control': 'private, max-age=31536000, immutable',
  })
  if (!isShown(served)) headers.set('Content-Disposition', 'attachment')
  if (length !== null && !answer.headers.has('content-encoding'))
    headers.set('Content-Length', length)
  return new Response(body?.pipeThrough(limitBytes(limit)), { headers })
}

/** As its host says. Some hosts send pictures as mere bytes: then the first of these say it. */
async function typeOf({ headers, body }: Response) {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const isUnsaid = type === '' || /^(application|binary)\/octet-stream$/.test(type)
  if (!isUnsaid || !body) return { type, body }
  const { head, body: rest } = await peek(body)
  return { type: pictureTypeOf(head) ?? type, body: rest }
}

/** Breaks a stream off that brings more than it said. */
function limitBytes(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size > limit) controller.error(new Error(`more than ${limit} bytes`))
      else controller.enqueue(chunk)
    },
  })
}
