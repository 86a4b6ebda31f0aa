import { expect, test } from '@playwright/test'
import * as z from 'zod/mini'
import type { Contract } from '@/lib/contract/contract'
import { ApiError } from '@/lib/contract/errors'
import { createRoute } from '@/lib/server/http/create-route'
import { createMethods } from '@/lib/server/http/methods'
import { ForeignError } from '../../fixtures/server/foreign-error'

const contract = {
  method: 'POST',
  path: '/api/things/[id]',
  access: 'unlocked',
  params: z.object({ id: z.guid('Things have UUIDs.') }),
  query: z.object({ size: z.string('Give a ?size=') }),
  body: z.object({ name: z.string() }),
  answer: z.object({ things: z.array(z.object({ name: z.string() })) }),
} satisfies Contract

type Guarded = { visitor: string }

const route = createRoute<Guarded>({
  async authorize(request) {
    const visitor = request.headers.get('x-visitor')
    if (visitor === null) throw new ApiError('locked')
    return { visitor }
  },
  identify: async (_request, { visitor }) => (visitor === 'new' ? 'visitor=1' : null),
})

const methods = createMethods(route)

const id = '5f6c1b2e-3d2a-4c8e-9a51-1d7d0c6f8f10'

type Sent = { visitor?: string; id?: string; search?: string; body?: string; method?: string }

function send(handlers: ReturnType<typeof methods>, sent: Sent = {}) {
  const { visitor = 'old', search = '?size=2', body = '{"name":"a"}', method = 'POST' } = sent
  const request = new Request(`http://localhost/api/things/${id}${search}`, {
    method,
    headers: { 'Content-Type': 'application/json', 'x-visitor': visitor },
    body,
  })
  return handlers.POST(request, { params: Promise.resolve({ id: sent.id ?? id }) })
}

const echo = methods(
  route(contract, async ({ params, query, body, visitor }) => ({
    body: { things: [{ name: [params.id, query.size, (await body()).name, visitor].join() }] },
    status: 201,
  })),
)

const answering = (things: unknown[]) =>
  // What comes from a database or from Krea may have another shape than its type says.
  methods(route(contract, async () => JSON.parse(JSON.stringify({ body: { things } }))))

test('a handler gets its parts checked, and its answer is sent as the contract has it', async () => {
  const answer = await send(echo)
  expect([answer.status, await answer.json()]).toEqual([
    201,
    { things: [{ name: [id, '2', 'a', 'old'].join() }] },
  ])
})

for (const [what, sent, status, detail] of [
  ['a part of the path', { id: 'x' }, 404, 'Things have UUIDs.'],
  ['a query', { search: '' }, 400, 'Give a ?size='],
  ['a body', { body: '{}' }, 400, 'The body has another shape than this route takes.'],
] as const)
  test(`${what} that does not fit the contract never reaches the handler`, async () => {
    const answer = await send(echo, sent)
    expect([answer.status, (await answer.json()).detail]).toEqual([status, detail])
  })

test('an answer that does not fit the contract stays on the server', async () => {
  const answer = await send(answering([{ name: null, secret: 'a prompt' }]))
  const problem = await answer.text()
  expect(answer.status).toBe(500)
  expect(JSON.parse(problem)).toMatchObject({ code: 'internal' })
  expect(problem).not.toContain('prompt')
})

const buying = { ...contract, spends: true } satisfies Contract

for (const [what, handler] of [
  ['an answer that does not fit', async () => JSON.parse('{"body":{"things":[{}]}}')],
  [
    'a mistake of ours',
    async () => {
      throw new TypeError('x is not a function')
    },
  ],
] as const)
  test(`where a job may have been bought, ${what} is never “not charged”`, async () => {
    const answer = await send(methods(route(buying, handler)))
    const problem = await answer.json()
    expect(problem).toMatchObject({ code: 'submit_unknown', charged: 'unknown', status: 502 })
  })

test('a mistake of ours before the handler is reached cost nothing', async () => {
  const failing = createRoute<Guarded>({
    authorize: async () => {
      throw new TypeError('x is not a function')
    },
    identify: async () => null,
  })
  const answer = await send(methods(failing(buying, async () => ({ body: { things: [] } }))))
  expect(await answer.json()).toMatchObject({ code: 'internal', charged: 'no' })
})

const lostDatabase = Object.assign(new Error('Failed query'), { query: '', code: '57P01' })

for (const [where, guard, handler] of [
  ['before the handler', lostDatabase, null],
  ['in the handler', null, lostDatabase],
] as const)
  test(`a database that is lost ${where} cannot say whether a request is a repeated one`, async () => {
    const failing = createRoute<Guarded>({
      authorize: async () => (guard ? Promise.reject(guard) : { visitor: 'old' }),
      identify: async () => null,
    })
    const handle = async () => (handler ? Promise.reject(handler) : { body: { things: [] } })
    const bought = await send(methods(failing(buying, handle)))
    expect(await bought.json()).toMatchObject({ code: 'unavailable', charged: 'unknown' })
    const other = await send(methods(failing(contract, handle)))
    expect(await other.json()).toMatchObject({ code: 'unavailable', charged: 'no' })
  })

test('a handler that knows what its error cost is believed', async () => {
  const known = methods(
    route(buying, async () => {
      throw new ApiError('unavailable')
    }),
  )
  expect(await (await send(known)).json()).toMatchObject({ code: 'unavailable', charged: 'no' })
})

test('what the contract does not name is not sent', async () => {
  const answer = await send(answering([{ name: 'a', secret: 'a prompt' }]))
  expect(await answer.json()).toEqual({ things: [{ name: 'a' }] })
})

test('an error of another copy of the module is known by its code', async () => {
  const handlers = methods(
    route(contract, async () => {
      throw new ForeignError('not_found')
    }),
  )
  const answer = await send(handlers)
  expect([answer.status, (await answer.json()).detail]).toEqual([404, 'foreign not_found'])
})

test('a newcomer gets a cookie where the route identifies visitors, and nobody elsewhere', async () => {
  const handler = async () => ({ body: { things: [] } })
  const identifying = methods(route(contract, handler, { identifies: true }))
  const other = methods(route(contract, handler))
  const cookies = [
    await send(identifying, { visitor: 'new' }),
    await send(identifying),
    await send(other, { visitor: 'new' }),
  ].map(({ headers }) => headers.get('set-cookie'))
  expect(cookies).toEqual(['visitor=1', null, null])
})

test('a method without a route is refused with those that there are', async () => {
  const request = new Request('http://localhost/api/things/1', {
    method: 'PUT',
    headers: { 'x-visitor': 'old' },
  })
  const answer = await echo.PUT(request, { params: Promise.resolve({}) })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const problem = await answer.json()
  expect(problem).toMatchObject({
    code: 'invalid_request',
    detail: 'This address takes POST, not PUT.',
  })
  expect(answer.headers.get('x-request-id')).toBe(problem.requestId)
})
