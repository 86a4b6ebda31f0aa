import { expect, test } from '@playwright/test'
import { openEvents } from '../../fixtures/reviews/event-reader'
import { newGuest } from '../../fixtures/reviews/guest'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { openLocks } from '../../fixtures/server/locks'
import { type Playground, startPlayground } from '../../fixtures/server/playground'
import { type Postgres, postgresPrograms, startPostgres } from '../../fixtures/server/postgres'
import { type S3, startS3 } from '../../fixtures/server/s3'

test.describe.configure({ mode: 'serial' })

const programs = postgresPrograms()
test.skip(programs === null, 'no Postgres on this machine')

let postgres: Postgres
let s3: S3
let one: Playground
let other: Playground
const maxBytes = 2_000_000_000
const start = () =>
  startPlayground({
    DATABASE_URL: postgres.url,
    RATE_LIMIT_PER_MINUTE: '1000',
    REVIEWS_MAX_GB: String(maxBytes / 1_000_000_000),
    ...s3.env,
  })
test.beforeAll(async () => {
  ;[postgres, s3] = await Promise.all([startPostgres(programs ?? ''), startS3()])
  ;[one, other] = await Promise.all([start(), start()])
})
test.afterAll(async () => {
  await Promise.all([one.stop(), other.stop()])
  await Promise.all([postgres.stop(), s3.stop()])
})

test('published on one, a review is judged on the other, whose changes are heard on the first', async () => {
  const own = await newReview(one.url)
  const picture = await own.add(await pictureWithMetadata(1))
  expect(s3.names()).toHaveLength(4)
  const guest = await newGuest(other.url, own.secret)
  const got = await guest.ask('GET', `/pictures/${picture}?size=thumb`)
  expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/webp'])
  const events = await openEvents(one.url, own.secret)
  await events.next()
  await events.next()
  await guest.judge(picture, { pick: true })
  expect(await events.next()).toMatchObject({ name: 'changed' })
  await own.ask('PATCH', '', { shown: picture }, other.url)
  expect(await events.next()).toMatchObject({ name: 'shown' })
  expect((await own.read(other.url)).results).toMatchObject([{ picks: 1 }])
  await own.ask('PATCH', '', { state: 'revoked' }, other.url)
  expect(await events.next()).toMatchObject({ name: 'ended' })
  expect((await guest.ask('GET')).status).toBe(410)
  expect(s3.names()).toEqual([])
})

test('picks that come to both at once never exceed their limit', async () => {
  const own = await newReview(one.url, { options: { maxPicks: 2 } })
  const pictures: string[] = []
  for (let shade = 0; shade < 5; shade++)
    pictures.push(await own.add(await pictureWithMetadata(shade)))
  const guest = await newGuest(one.url, own.secret)
  const statuses = await Promise.all(
    Array.from({ length: 50 }, async (_, at) => {
      const path = `/api/r/${own.secret}/pictures/${pictures[at % 5]}/verdict`
      const answer = await fetch((at % 2 === 0 ? one : other).url + path, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', Cookie: guest.cookie },
        body: JSON.stringify({ pick: true }),
      })
      return answer.status
    }),
  )
  expect(statuses.filter((status) => status === 200)).toHaveLength(20)
  expect((await own.read()).results.filter(({ picks }) => picks > 0)).toHaveLength(2)
  await own.ask('DELETE')
})

test('pictures that come to both at once never take more bytes than all reviews may', async () => {
  const own = await newReview(one.url)
  const first = await own.add(await pictureWithMetadata(99))
  const bytesOf = async () => (await own.read()).pictures.map(({ bytes }) => bytes)
  const size = (await bytesOf()).reduce((sum, bytes) => sum + bytes, 0)
  // As if the first were so large that one more fits.
  const hand = openLocks(postgres.url)
  const large = maxBytes - Math.round(1.5 * size)
  await hand.sql`update review_pictures set bytes = ${large} where id = ${first}`
  const files = await Promise.all(
    Array.from({ length: 12 }, (_, shade) => pictureWithMetadata(shade)),
  )
  const letGo = await hand.hold('lock table review_pictures in exclusive mode')
  const sent = files.map((file, at) => own.upload(file, {}, (at % 2 === 0 ? one : other).url))
  await expect.poll(() => hand.waiting('%'), 'uploads that have begun').toBeGreaterThan(1)
  await letGo()
  const statuses = (await Promise.all(sent)).map(({ status }) => status).sort()
  expect(statuses).toEqual([201, ...Array(11).fill(413)])
  expect((await bytesOf()).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(maxBytes)
  await own.ask('DELETE')
  await hand.stop()
})

test('a server that is killed in mid-upload and in mid-verdict loses nothing and doubles nothing', async () => {
  const doomed = await start()
  const own = await newReview(doomed.url)
  const bytes = await Promise.all(
    Array.from({ length: 12 }, (_, shade) => pictureWithMetadata(shade, 'png', 1_500)),
  )
  const first = await own.add(await pictureWithMetadata(99))
  const guest = await newGuest(doomed.url, own.secret)
  const said = Array.from({ length: 20 }, (_, at) =>
    guest.judge(first, { pick: true, rating: (at % 5) + 1 }).then(
      ({ ok }) => ok,
      () => false,
    ),
  )
  const sent = bytes.map((file) =>
    own.upload(file).then(
      ({ ok }) => ok,
      () => false,
    ),
  )
  await Promise.race(said)
  await doomed.kill()
  const wereSent = await Promise.all(sent)
  expect(await Promise.all(said), 'a verdict was confirmed').toContain(true)
  const there = (await own.read(other.url)).pictures.length
  expect(there).toBeGreaterThanOrEqual(wereSent.filter((isSent) => isSent).length + 1)

  // The owner's browser goes on where it was: at another server, with all it has.
  const again = await Promise.all(bytes.map((file) => own.upload(file, {}, other.url)))
  expect(again.every(({ ok }) => ok)).toBe(true)
  const after = await own.read(other.url)
  expect(after.pictures).toHaveLength(13)
  expect(s3.names()).toHaveLength(13 * 4)
  expect(after.guests).toHaveLength(1)
  expect(after.guests[0]?.verdicts).toEqual({ [first]: { pick: true, rating: expect.any(Number) } })
  await own.ask('DELETE', '', undefined, other.url)
  expect(s3.names()).toEqual([])
})

test('without a disk and with a Postgres alone, pictures lie in it, for every server', async () => {
  const env = { DATABASE_URL: postgres.url, VERCEL: '1', RATE_LIMIT_PER_MINUTE: '1000' }
  const [third, fourth] = await Promise.all([startPlayground(env), startPlayground(env)])
  const health = await (await fetch(`${third.url}/api/health`)).json()
  expect(health).toMatchObject({ reviews: 'postgres' })
  const own = await newReview(third.url)
  const picture = await own.add(await pictureWithMetadata(1))
  const guest = await newGuest(fourth.url, own.secret)
  expect((await guest.ask('GET', `/pictures/${picture}`)).status).toBe(200)
  expect((await own.ask('DELETE')).status).toBe(200)
  expect((await guest.ask('GET', `/pictures/${picture}`)).status).toBe(404)
  await Promise.all([third.stop(), fourth.stop()])
})
