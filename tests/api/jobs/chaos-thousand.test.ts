import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { ApiError } from '@/lib/contract/errors'
import type { Job } from '@/lib/contract/jobs'
import { createReads } from '@/lib/server/jobs/reads'
import { memorySubmissionStore } from '@/lib/server/submissions/submission-store'
import { createSubmissions } from '@/lib/server/submissions/submissions'
import { testClient } from '../../fixtures/krea/krea-client'
import {
  answer,
  drip,
  empty,
  hang,
  html,
  huge,
  newJob,
  type Reply,
  redirect,
  resetAfterBody,
  resetBeforeBody,
  resetInBody,
  startKrea,
  truncated,
  type WireJob,
} from '../../fixtures/krea/krea-server'
import { model } from '../../fixtures/server/ask'
import { purchase } from '../../fixtures/server/ledger'

const count = 1_000
/** A lost answer waits for those under way, some of which hang: many at once keep it short. */
const atOnce = 64
/** Krea's clock is not ours. */
const skewMs = 7 * 60_000

type Turn = { make: () => WireJob; again: boolean; first: WireJob }
type Kind = { name: string; often: number; reply: (turn: Turn) => Reply; ends: RegExp }

const id = /^[\da-f-]{36}$/
const idOrUnknown = /^([\da-f-]{36}|submit_unknown)$/
const unknown = /^submit_unknown$/

const made =
  (reply: Reply) =>
  ({ make }: Turn): Reply => {
    make()
    return reply
  }
const busy = (headers: Record<string, string>) => answer(429, { error: 'busy' }, headers)

/** What Krea does with a submission, and how that may end for whoever sent it. */
const kinds: Kind[] = [
  { name: 'accepts it', often: 12, reply: ({ make }) => answer(200, make()), ends: id },
  { name: 'accepts it late', often: 3, reply: ({ make }) => late(answer(200, make())), ends: id },
  {
    name: 'is busy once',
    often: 2,
    reply: ({ again, make }) => (again ? answer(200, make()) : busy({ 'Retry-After': '1' })),
    ends: id,
  },
  { name: 'is busy', often: 2, reply: () => busy({}), ends: /^rate_limited$/ },
  {
    name: 'is busy until',
    often: 1,
    reply: () => busy({ 'Retry-After': '2' }),
    ends: /^rate_limited$/,
  },
  { name: 'errs', often: 1, reply: () => answer(500, { error: 'oops' }), ends: unknown },
  { name: 'errs after', often: 1, reply: made(answer(500, {})), ends: idOrUnknown },
  { name: 'a gateway errs', often: 1, reply: made(html(502)), ends: idOrUnknown },
  { name: 'is cut before', often: 1, reply: () => resetBeforeBody, ends: unknown },
  { name: 'is cut after', often: 1, reply: made(resetBeforeBody), ends: idOrUnknown },
  {
    name: 'is cut after the body',
    often: 1,
    reply: ({ make }) => resetAfterBody(make()),
    ends: idOrUnknown,
  },
  { name: 'is cut within', often: 1, reply: made(resetInBody), ends: idOrUnknown },
  { name: 'breaks off', often: 1, reply: made(truncated), ends: idOrUnknown },
  { name: 'says nothing', often: 1, reply: made(empty), ends: idOrUnknown },
  { name: 'says other things', often: 1, reply: made(answer(200, { ok: 1 })), ends: idOrUnknown },
  { name: 'drips', often: 1, reply: made(drip), ends: idOrUnknown },
  { name: 'hangs', often: 1, reply: () => hang, ends: unknown },
  { name: 'says far too much', often: 1, reply: made(huge(6_000_000)), ends: idOrUnknown },
  { name: 'sends elsewhere', often: 1, reply: () => redirect('/x'), ends: /^krea_bad_answer$/ },
  {
    name: 'names another’s job',
    often: 1,
    reply: ({ make, first }) => made(answer(200, first))({ make, first, again: false }),
    ends: idOrUnknown,
  },
  { name: 'is not paid', often: 1, reply: () => answer(402, {}), ends: /^krea_balance_empty$/ },
  { name: 'refuses it', often: 1, reply: () => answer(422, {}), ends: /^invalid_input$/ },
]

const wheel = kinds.flatMap((kind) => Array<Kind>(kind.often).fill(kind))

/** How its jobs end: nearly all with a picture. */
const picture = { status: 'completed', result: { urls: ['https://gen.krea.ai/1.png'] } }
const endings: Partial<WireJob>[] = [
  { status: 'failed', error: { code: 'nsfw' } },
  { status: 'failed' },
  { status: 'completed', result: {} },
]

const late =
  (reply: Reply): Reply =>
  (response, seen) =>
    void setTimeout(() => reply(response, seen), 40)

const bodySchema = z.object({ prompt: z.string() })

/** A Krea that misbehaves in turn, whose clock is ahead, and that notes what it made for whom. */
async function startChaos() {
  const krea = await startKrea()
  const madeFor = new Map<string, string[]>()
  const met = new Map<string, number>()
  const first = krea.addJob(stamped())
  const kindOf = new Map<string, Kind>()

  function stamped(): WireJob {
    return { ...newJob(), created_at: new Date(Date.now() + skewMs).toISOString() }
  }
  const post: Reply = (response, seen) => {
    const { prompt } = bodySchema.parse(JSON.parse(seen.body))
    const kind = kindOf.get(prompt)
    const again = met.has(prompt)
    met.set(prompt, (met.get(prompt) ?? 0) + 1)
    const make = () => {
      const job = krea.addJob(stamped())
      madeFor.set(prompt, [...(madeFor.get(prompt) ?? []), job.job_id])
      return job
    }
    kind?.reply({ make, again, first })(response, seen)
  }
  const list: Reply = (response, seen) => {
    const limit = Number(new URL(seen.path, krea.url).searchParams.get('limit'))
    const items = [...krea.jobs.values()].slice(-limit).reverse()
    const time = new Date(Date.now() + skewMs).toUTCString()
    answer(200, { items, next_cursor: null }, { Date: time })(response, seen)
  }
  krea.fault(/^POST \/generate/, post, Number.POSITIVE_INFINITY)
  krea.fault(/^GET \/jobs\?/, list, Number.POSITIVE_INFINITY)
  return { krea, madeFor, met, first, kindOf }
}

async function inParallel<T>(items: T[], work: (item: T) => Promise<void>) {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

test('of 1,000 submissions under chaos none is doubled, lost or stuck, and each failure has its code', async () => {
  const { krea, madeFor, first, kindOf } = await startChaos()
  const times = { attemptMs: 3_000, totalMs: 30_000 }
  const { client } = testClient(krea.url, {
    timeouts: { read: times, submit: times },
    sleep: async () => {},
  })
  const store = memorySubmissionStore()
  const { submit } = createSubmissions(store, { now: Date.now, sleep: async () => {} })
  const before = { fingerprint: '', sentFrom: 0, sentUntil: null, job: null }
  await store.claim('before', { ...before, state: 'sending' }, purchase())
  await store.accept('before', await client.getJob(first.job_id))

  const keys = Array.from({ length: count }, () => randomUUID())
  const outcomes = new Map<string, string>()
  keys.forEach((key, index) => {
    kindOf.set(key, wheel[index % wheel.length] ?? wheelEnd)
  })
  await inParallel(keys, async (key) => {
    const bought = purchase({ model, input: { prompt: key } })
    const order = { ...bought, key, client, beforeClaim: async () => {} }
    const outcome = await submit(order).then(
      ({ job }) => job.id,
      (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
    )
    outcomes.set(key, outcome)
  })

  const madeOf = (key: string) => madeFor.get(key) ?? []
  const wrong = keys
    .filter((key) => !kindOf.get(key)?.ends.test(outcomes.get(key) ?? 'stuck'))
    .map((key) => `Krea ${kindOf.get(key)?.name}: ${outcomes.get(key)}`)
  expect(wrong, 'each ends as it may, with its code').toEqual([])
  const ids = [...outcomes.values()].filter((one) => id.test(one))
  expect(
    keys.filter((key) => madeOf(key).length > 1),
    'doubled',
  ).toEqual([])
  expect(new Set(ids).size, 'a job is given to one key only').toBe(ids.length)
  expect(
    keys.filter(
      (key) => id.test(outcomes.get(key) ?? '') && !madeOf(key).includes(outcomes.get(key) ?? ''),
    ),
    'given to the wrong key',
  ).toEqual([])
  expect(
    keys.filter((key) => madeOf(key).length === 1 && !idOrUnknown.test(outcomes.get(key) ?? '')),
    'lost without a word',
  ).toEqual([])

  ids.forEach((one, index) => {
    krea.addJob({ ...krea.jobs.get(one), ...(endings[index] ?? picture) })
  })
  const newestFirst = [...krea.jobs.keys()].reverse().filter((one) => ids.includes(one))
  const ended = await readToTheEnd(client, newestFirst)
  expect(ended.size, 'stuck').toBe(ids.length)
  const failed = [...ended.values()].filter(({ phase }) => phase === 'failed')
  expect(new Set(failed.map(({ error }) => error?.code))).toEqual(
    new Set(['nsfw', 'no_reason', 'no_picture']),
  )
  await krea.stop()
})

const wheelEnd: Kind = { name: 'accepts it', often: 1, reply: () => empty, ends: id }

/** As the page does, a hundred at a time: what could not be read is read again. */
async function readToTheEnd(
  client: Parameters<ReturnType<typeof createReads>['readOne']>[0],
  ids: string[],
) {
  const reads = createReads(Date.now)
  const ended = new Map<string, Job>()
  for (let round = 0; round < 30 && ended.size < ids.length; round++) {
    const due = ids.filter((one) => !ended.has(one)).slice(0, 500)
    const { jobs } = await reads.readMany(client, due).catch(() => ({ jobs: [] }))
    for (const job of jobs) ended.set(job.id, job)
  }
  return ended
}
