import type * as z from 'zod/mini'
import { basePath } from '../base-path'
import { waitWhileLeaving } from '../browser/page-exit'
import { ApiError } from '../contract/errors'
import { emitLoggedRequest, readAttempts } from './request-log'
import { startTimeLimit, type TimeLimit } from './time-limit'

/** `about`: ids of the records and jobs that a request is for, for their timelines. */
type Options = RequestInit & { about?: string[] }

/**
 * Every call from the page to its server.
 * @throws ApiError with the server's code and request id; without a request id when no answer came.
 * An abort is thrown as it is.
 */
export async function request<S extends z.ZodMiniType>(
  path: string,
  schema: S,
  init?: Options,
): Promise<z.output<S>> {
  const limit = startTimeLimit(init?.method, init?.signal)
  try {
    const response = await send(path, limit, init)
    const parsed = schema.safeParse(await readJson(response))
    if (parsed.success) return parsed.data
    throw limit.signal?.aborted ? cutOff(limit.signal.reason) : unreadable(response)
  } finally {
    limit.stop()
  }
}

/** The bytes of an answer, where it is no JSON. */
export async function requestBlob(path: string, init?: Options): Promise<Blob> {
  const limit = startTimeLimit(init?.method, init?.signal)
  const response = await send(path, limit, init).catch((error: unknown) => {
    limit.stop()
    throw error
  })
  const blob = await readBlob(response, limit.renew)
    .catch(async (cause: unknown) => {
      await waitWhileLeaving()
      throw cutOff(cause)
    })
    .finally(limit.stop)
  const length = response.headers.get('content-length')
  const encoded = response.headers.has('content-encoding')
  if (length !== null && !encoded && Number(length) !== blob.size)
    throw cutOff(new Error(`${blob.size} bytes of ${length}`))
  return blob
}

/** A slow line may take its time, as long as bytes come. */
async function readBlob(response: Response, onBytes: () => void): Promise<Blob> {
  const type = response.headers.get('content-type') ?? ''
  const reader = response.body?.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    onBytes()
    parts.push(part.value)
  }
  return new Blob(parts, { type })
}

async function send(path: string, limit: TimeLimit, init?: Options): Promise<Response> {
  const at = Date.now()
  const started = performance.now()
  const log = (response: Response | null, error: ApiError | null) => {
    if (!init?.about) return
    emitLoggedRequest({
      about: init.about,
      at,
      ms: Math.round(performance.now() - started),
      method: init.method ?? 'GET',
      path,
      status: response?.status ?? null,
      code: error?.code ?? null,
      requestId: response?.headers.get('x-request-id') ?? null,
      attempts: readAttempts(response?.headers.get('server-timing') ?? null),
    })
  }
  const response = await fetch(basePath + path, { ...init, signal: limit.signal }).catch(
    async (cause: unknown) => {
      if (init?.signal?.aborted) throw cause
      await waitWhileLeaving()
      const error = noAnswer(cause)
      log(null, error)
      throw error
    },
  )
  if (response.ok) {
    log(response, null)
    return response
  }
  const { fromProblem, problemSchema } = await import('../contract/problem')
  const problem = problemSchema.safeParse(await readJson(response))
  const error = problem.success ? fromProblem(problem.data) : unreadable(response)
  log(response, error)
  throw error
}

const readJson = (response: Response): Promise<unknown> =>
  response.json().catch(async () => {
    await waitWhileLeaving()
    return null
  })

const noAnswer = (cause: unknown) =>
  new ApiError(
    'krea_unavailable',
    navigator.onLine ? 'The server of this playground does not answer.' : 'This device is offline.',
    { cause },
  )

const cutOff = (cause: unknown) =>
  new ApiError('krea_unavailable', 'The connection broke before everything had arrived.', { cause })

/** A proxy or a crashed server answers HTML: without a body of ours there is only the status. */
function unreadable(response: Response): ApiError {
  const error = new ApiError(
    response.status === 404 ? 'not_found' : 'krea_unavailable',
    `The server of this playground answered ${response.status} in a way the page cannot read.`,
  )
  error.requestId = response.headers.get('x-request-id') ?? undefined
  return error
}
