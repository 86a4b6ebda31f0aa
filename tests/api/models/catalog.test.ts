import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { createLiveCatalog } from '@/lib/server/models/live-catalog'
import { impatient, testClient } from '../../fixtures/krea/krea-client'
import {
  answer,
  drip,
  type FakeKrea,
  html,
  huge,
  type Reply,
  startKrea,
  truncated,
} from '../../fixtures/krea/krea-server'
import { startPlayground } from '../../fixtures/server/playground'

let krea: FakeKrea
test.beforeEach(async () => {
  krea = await startKrea()
})
test.afterEach(() => krea.stop())

const hour = 3_600_000

function documentOf(...names: string[]) {
  const schema = { type: 'object', properties: { prompt: { type: 'string' } } }
  const post = { requestBody: { content: { 'application/json': { schema } } } }
  const paths = Object.fromEntries(names.map((name) => [`/generate/image/new/${name}`, { post }]))
  return { openapi: '3.1.0', paths }
}

function catalogAt(clock: { now: number }, problems: unknown[] = [], options = {}) {
  const { client } = testClient(krea.url, options)
  return createLiveCatalog(
    client,
    () => clock.now,
    (cause) => problems.push(cause),
  )
}

test('the live document is cached for an hour, then served stale while one request refreshes it', async () => {
  krea.fault(/openapi/, answer(200, documentOf('one'), { ETag: '"1"' }))
  krea.fault(/openapi/, answer(200, documentOf('one', 'two'), { ETag: '"2"' }))
  const clock = { now: 0 }
  const catalog = catalogAt(clock)
  const first = await Promise.all([catalog.get(), catalog.get()])
  expect(first.map(({ source, models }) => [source, models.length])).toEqual([
    ['live', 1],
    ['live', 1],
  ])
  clock.now = hour - 1
  await catalog.get()
  expect(krea.seen).toHaveLength(1)
  clock.now = hour
  expect((await catalog.get()).models).toHaveLength(1)
  await expect(async () => expect((await catalog.get()).models).toHaveLength(2)).toPass()
  expect(krea.seen).toHaveLength(2)
  expect(krea.seen[1]?.headers['if-none-match']).toBe('"1"')
})

test('a document that has not changed stays', async () => {
  krea.fault(/openapi/, answer(200, documentOf('one'), { ETag: '"1"' }))
  krea.fault(/openapi/, (response) => response.writeHead(304).end())
  const clock = { now: 0 }
  const catalog = catalogAt(clock)
  await catalog.get()
  clock.now = hour
  await catalog.get()
  await expect(async () =>
    expect((await catalog.get()).fetchedAt).toBe('1970-01-01T01:00:00.000Z'),
  ).toPass()
  expect(await catalog.get()).toMatchObject({ source: 'live', problem: null })
})

test('a model that cannot be read is left out with a word, and the others are live', async () => {
  const document = documentOf('one')
  const paths = { ...document.paths, '/generate/image/new/two': null }
  krea.fault(/openapi/, answer(200, { ...document, paths }))
  const { source, models, skipped, problem } = await catalogAt({ now: 0 }).get()
  expect([source, models.length, problem]).toEqual(['live', 1, null])
  expect(skipped).toEqual([{ id: 'image/new/two', reason: 'its path is empty' }])
})

const failures: [what: string, reply: Reply][] = [
  ['broken JSON', truncated],
  ['a page of HTML', html(200)],
  ['an error', answer(503, {})],
  ['10 MB', huge(10_000_000)],
  ['nothing in time', drip],
  ['another kind of document', answer(200, { hello: 'world' })],
  ['a document without models', answer(200, { openapi: '3.1.0', paths: {} })],
]

for (const [what, reply] of failures)
  test(`when the live document is ${what}, the bundled one stands in and says so`, async () => {
    krea.fault(/openapi/, reply, 9)
    const problems: unknown[] = []
    const catalog = await catalogAt({ now: 0 }, problems, impatient).get()
    expect(catalog).toMatchObject({ source: 'bundled', fetchedAt: null })
    expect(catalog.models.length).toBeGreaterThan(40)
    expect(catalog.problem).toContain('could not be had')
    expect(problems).toHaveLength(1)
  })

test('a live catalog outlives a failed refresh', async () => {
  krea.fault(/openapi/, answer(200, documentOf('one')))
  krea.fault(/openapi/, html(500), 9)
  const clock = { now: 0 }
  const catalog = catalogAt(clock)
  await catalog.get()
  clock.now = hour
  await catalog.get()
  await expect(async () => expect((await catalog.get()).problem).not.toBeNull()).toPass()
  expect(await catalog.get()).toMatchObject({ source: 'live', models: [{ id: 'image/new/one' }] })
})

test('with a token the playground offers, and submits to, a model that only Krea knows yet', async () => {
  krea.fault(/openapi/, answer(200, documentOf('tomorrow')))
  const playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'id:a-token-for-this-test',
    PLAYGROUND_PUBLIC: '1',
  })
  const body = z
    .object({ source: z.string(), models: z.array(z.object({ id: z.string() })) })
    .parse(await (await fetch(`${playground.url}/api/models`)).json())
  const made = await fetch(`${playground.url}/api/jobs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({ model: 'image/new/tomorrow', input: { prompt: 'x' } }),
  })
  expect(body).toEqual({ source: 'live', models: [{ id: 'image/new/tomorrow' }] })
  expect(made.status).toBe(201)
  expect(krea.count(/^POST \/generate\/image\/new\/tomorrow/)).toBe(1)
  await playground.stop()
})
