import { expect, test } from '@playwright/test'
import { newGuest } from '../../fixtures/reviews/guest'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

let playground: Playground
test.beforeAll(async () => {
  playground = await startPlayground({ RATE_LIMIT_PER_MINUTE: '1000000', LOG_LEVEL: 'error' })
})
test.afterAll(() => playground.stop())

/** The same numbers each time (mulberry32). */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

test('two thousand odd requests are answered, none with 500', async () => {
  const own = await newReview(playground.url)
  const picture = await own.add(await pictureWithMetadata(1))
  const guest = await newGuest(playground.url, own.secret)
  const pick = numbers(16)
  const one = <T>(first: T, ...others: T[]): T =>
    [first, ...others][pick(others.length + 1)] ?? first
  const odd = () =>
    one<unknown>(
      null,
      true,
      -1,
      1e308,
      2.5,
      '',
      'x'.repeat(2_000),
      '\0',
      '\ud800',
      '‮',
      [],
      {},
      [[]],
      '__proto__',
      picture,
      picture.toUpperCase(),
      "'; drop table reviews; --",
      '%00',
      '../..',
      { x: 'y' },
      4,
      0.5,
      'left',
      { x: 0.5, y: 0.5 },
      { x: Number.MIN_VALUE, y: 1 },
      '2020-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      'open',
    )
  const names =
    'pick rating left right choice text at title options shown brief question answer isResolved from into maxPicks endsAt __proto__'.split(
      ' ',
    )
  const object = () =>
    Object.fromEntries(Array.from({ length: pick(4) }, () => [one('name', ...names), odd()]))
  const body = () => one<unknown>(object(), object(), { options: object() }, odd())
  const id = () =>
    one(
      picture,
      own.id,
      'x',
      '%00',
      '%2e%2e',
      encodeURIComponent(JSON.stringify(odd()).slice(0, 50)),
    )
  const ends = () =>
    one(
      '',
      '/guest',
      '/pairs',
      '/done',
      `/pictures/${id()}`,
      `/pictures/${id()}/verdict`,
      `/pictures/${id()}/comments`,
      `/pictures/${id()}/comments/${id()}`,
      `/comments/${id()}`,
      '/guests/merge',
      '/results.csv',
      `/pictures/${id()}?size=${id()}`,
    )
  const statuses = new Map<number, number>()
  for (let round = 0; round < 100; round++)
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const path = one(
          `/api/r/${own.secret}`,
          `/api/r/${id()}`,
          `/api/reviews/${own.id}`,
          `/api/reviews/${id()}`,
          '/api/reviews',
        )
        const method = one('GET', 'POST', 'PUT', 'PATCH', 'POST', 'PUT')
        const { status } = await fetch(playground.url + path + ends(), {
          method,
          headers: {
            'Content-Type': one(
              'application/json',
              'application/json',
              'text/plain',
              'multipart/form-data; boundary=x',
            ),
            Authorization: `Bearer ${one(own.manageKey, 'x', '\u00ff')}`,
            Cookie: one(guest.cookie, `${guest.cookie}x`, 'krea-guest-=;;='),
            'If-None-Match': one('"x"', '*', ''),
            'X-Forwarded-For': '203.0.113.9',
          },
          body:
            method === 'GET'
              ? undefined
              : one(JSON.stringify(body()), JSON.stringify(body()), '{', '\0'),
        })
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }),
    )
  expect(
    [...statuses.keys()].filter((status) => status >= 500),
    playground.output(),
  ).toEqual([])
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 404]))
})
