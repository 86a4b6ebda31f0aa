import 'server-only'
import * as z from 'zod'
import type { Input, Retirement } from '../catalog/field'
import type { Job } from '../contract/jobs'
import { parse, saysCancelled, serverTime } from './answer'
import type { Purpose } from './failure'
import { toJob } from './job'
import { moodboardPageSchema, siteOf } from './moodboards'
import { jobPath, modelPath, queryString } from './paths'
import { type Answer, type Call, type Connection, send } from './request'
import { announcedRetirement } from './retirement'
import { createStylesClient } from './styles'
import { assetWireSchema, jobPageWireSchema, jobWireSchema } from './wire'

/** An uploaded picture, at its public address. */
export type Asset = {
  id: string
  url: string
  width: number | null
  height: number | null
  bytes: number | null
  type: string | null
}

export type JobPage = {
  /** Newest first, without the jobs that cannot be read. */
  jobs: Job[]
  nextCursor: string | null
  /** Krea's own clock when it answered, in ms; `null` when it does not say. */
  serverNow: number | null
}

export type OpenApiDocument =
  | { changed: true; document: unknown; etag: string | null }
  | { changed: false }

export type KreaClient = ReturnType<typeof createKreaClient>

const timeouts = {
  read: { attemptMs: 10_000, totalMs: 25_000 },
  change: { attemptMs: 10_000, totalMs: 25_000 },
  submit: { attemptMs: 30_000, totalMs: 45_000 },
  upload: { attemptMs: 60_000, totalMs: 75_000 },
} satisfies Record<Purpose, Pick<Call, 'attemptMs' | 'totalMs'>>

/** The first page waits for the document. */
const documentTotalMs = 10_000

type Timeouts = Partial<typeof timeouts>

type Options = Connection & {
  timeouts?: Timeouts
  /** Told when an answer says that its model has a last day. */
  onRetiring?: (modelId: string, retirement: Retirement) => void
}

type SubmitOptions = {
  webhookUrl?: string
  /** Of the model, since a refusal may name a field that was not sent. */
  fieldNames?: string[]
}

/**
 * The only door to Krea. Every method throws ApiError with one code of `lib/contract/errors.ts`.
 * Source: https://api.krea.ai/openapi.json
 */
export function createKreaClient(options: Options) {
  const limits = { ...timeouts, ...options.timeouts }
  const call = (
    purpose: Purpose,
    method: Call['method'],
    path: string,
    rest: Pick<Call, 'headers' | 'body' | 'anonymous' | 'sent'> & { totalMs?: number } = {},
  ) => send(options, { purpose, method, path, ...limits[purpose], ...rest })
  const job = (answer: Answer, purpose: Purpose) =>
    toJob(parse(answer, jobWireSchema, purpose), serverTime(answer) ?? options.now())

  return {
    baseUrl: options.baseUrl,

    /** Costs money. Sent once; `submit_unknown` when it may have been taken all the same. */
    async createJob(modelId: string, input: Input, more: SubmitOptions = {}) {
      const headers = {
        'Content-Type': 'application/json',
        ...(more.webhookUrl ? { 'X-Webhook-URL': more.webhookUrl } : {}),
      }
      const body = JSON.stringify(input)
      const answer = await call('submit', 'POST', modelPath(modelId), {
        headers,
        body,
        sent: { input, fieldNames: more.fieldNames },
      })
      const retirement = announcedRetirement(answer.headers, options.now())
      if (retirement) options.onRetiring?.(modelId, retirement)
      return job(answer, 'submit')
    },

    async getJob(id: string): Promise<Job> {
      return job(await call('read', 'GET', jobPath(id)), 'read')
    },

    /** `limit` is at most 1000. */
    async listJobs(query: { cursor?: string; limit?: number; status?: string } = {}) {
      const answer = await call('read', 'GET', `/jobs${queryString(query)}`)
      const page = parse(answer, jobPageWireSchema, 'read')
      const serverNow = serverTime(answer)
      return {
        jobs: page.items.flatMap((item) => {
          const wire = jobWireSchema.safeParse(item)
          return wire.success ? [toJob(wire.data, serverNow ?? options.now())] : []
        }),
        nextCursor: page.next_cursor ?? null,
        serverNow,
      } satisfies JobPage
    },

    /** Any 2xx will do. Answers whether Krea says that the job is cancelled; else a fresh read shows its state. */
    async cancelJob(id: string): Promise<boolean> {
      const { body } = await call('read', 'DELETE', jobPath(id))
      return saysCancelled(body)
    },

    /** The file's name ends up in a public address, so it gets one that says nothing. */
    async uploadAsset(file: Blob, { type }: { type: string }): Promise<Asset> {
      const body = new FormData()
      body.append('file', new Blob([file], { type }), `picture.${type.replace(/^.*\//, '')}`)
      const answer = await call('upload', 'POST', '/assets', { body })
      const wire = parse(answer, assetWireSchema, 'upload')
      return {
        id: wire.id,
        url: wire.image_url,
        width: wire.width ?? null,
        height: wire.height ?? null,
        bytes: wire.size_bytes ?? null,
        type: wire.mime_type ?? null,
      }
    },

    styles: createStylesClient(
      async (purpose, method, path, schema, body) =>
        parse(await call(purpose, method, path, asJson(body)), schema, purpose),
      (wire) => toJob(wire, options.now()),
    ),

    /** Public moodboards, from a list that Krea does not document; no token is sent. */
    async listMoodboards(query: { search?: string; cursor?: string; limit?: number }) {
      const path = `/api/preset-moodboards${queryString(query)}`
      const site = { ...options, baseUrl: siteOf(options.baseUrl), token: null }
      const call: Call = { purpose: 'read', method: 'GET', path, anonymous: true, ...limits.read }
      return parse(await send(site, call), moodboardPageSchema, 'read')
    },

    /** Krea's OpenAPI document; public, so no token is sent. */
    async fetchDocument({ etag }: { etag: string | null }): Promise<OpenApiDocument> {
      const headers = etag === null ? undefined : { 'If-None-Match': etag }
      const answer = await call('read', 'GET', '/openapi.json', {
        headers,
        anonymous: true,
        totalMs: documentTotalMs,
      })
      if (answer.status === 304) return { changed: false }
      const document = parse(answer, z.looseObject({}), 'read')
      return { changed: true, document, etag: answer.headers.get('etag') }
    },
  }
}

const asJson = (body: Record<string, unknown> | undefined) =>
  body === undefined
    ? {}
    : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
