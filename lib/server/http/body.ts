import 'server-only'
import type * as z from 'zod/mini'
import { ApiError } from '@/lib/contract/errors'
import { isTooManyBytes, readBounded } from '@/lib/read-bounded'

const maxJsonBytes = 1_000_000
const maxDepth = 32

const maxJsonMs = 30_000

/**
 * A request's body, at most `limit` bytes, refused before it is read where its length says so.
 * @throws ApiError `too_large`, or `invalid_request` when it breaks off or does not end in time
 */
export async function readBody(
  request: Request,
  limit: number,
  maxMs: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge(limit)
  try {
    // A body that never ends would be kept for as long as its sender likes.
    return await readBounded(request.body, limit, AbortSignal.timeout(maxMs))
  } catch (error) {
    if (isTooManyBytes(error)) throw tooLarge(limit)
    throw new ApiError('invalid_request', 'The body broke off.', { cause: error })
  }
}

const tooLarge = (limit: number) =>
  new ApiError('too_large', `Send at most ${limit / 1_000_000} MB.`)

/**
 * @throws ApiError `unsupported_media` unless its content type is JSON, which a form of another site
 * cannot set; `too_large`, `invalid_request`
 */
export async function readJson<S extends z.ZodMiniType>(
  request: Request,
  schema: S,
): Promise<z.output<S>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new ApiError('unsupported_media', 'Send the body as application/json.')
  const value = parseJson(await readBody(request, maxJsonBytes, maxJsonMs))
  if (depthOf(value) > maxDepth)
    throw new ApiError('invalid_request', `The body nests deeper than ${maxDepth} levels.`)
  if (namesPrototype(value))
    throw new ApiError('invalid_request', 'The body has a member called __proto__.', {
      fields: [{ path: '__proto__', message: 'There is no such field.' }],
    })
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new ApiError('invalid_request', 'The body has another shape than this route takes.', {
    fields,
  })
}

/** The cause stays out: a syntax error quotes the body, and with it a prompt. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ApiError('invalid_request', 'The body is not JSON.')
  }
}

/** Level by level, not by recursion: the depth is the sender's to choose. */
function depthOf(value: unknown): number {
  let level = [value]
  let depth = 0
  while (level.length > 0 && depth <= maxDepth) {
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    )
    depth += 1
  }
  return depth
}

/** Schemas would drop such a member in silence; nothing of Krea's is called so. */
function namesPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype)
}
