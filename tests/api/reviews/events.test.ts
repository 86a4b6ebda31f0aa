import { expect, test } from '@playwright/test'
import { openEvents } from '../../fixtures/reviews/event-reader'
import { newGuest } from '../../fixtures/reviews/guest'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

let playground: Playground
test.beforeAll(async () => {
  playground = await startPlayground({ RATE_LIMIT_PER_MINUTE: '1000' })
})
test.afterAll(() => playground.stop())

test('who follows hears what is shown and what has changed, and when it has ended', async () => {
  const own = await newReview(playground.url)
  const picture = await own.add(await pictureWithMetadata(1))
  const events = await openEvents(playground.url, own.secret)
  expect(events.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(await events.next()).toMatchObject({ name: 'shown', id: null })
  expect(await events.next()).toMatchObject({ name: 'changed', data: '{}' })
  await own.ask('PATCH', '', { shown: picture })
  expect(JSON.parse((await events.next())?.data ?? '')).toEqual({ pictureId: picture, revision: 1 })
  const guest = await newGuest(playground.url, own.secret)
  expect(await events.next()).toMatchObject({ name: 'changed' })
  await guest.judge(picture, { pick: true })
  expect(await events.next()).toMatchObject({ name: 'changed' })
  await own.ask('PATCH', '', { state: 'revoked' })
  expect(await events.next()).toMatchObject({ name: 'ended' })
  expect(await events.next()).toBe(null)
})

test('who was cut off gets what was missed, and nothing twice', async () => {
  const own = await newReview(playground.url)
  const picture = await own.add(await pictureWithMetadata(2))
  const first = await openEvents(playground.url, own.secret)
  await first.next()
  const id = (await first.next())?.id ?? ''
  first.close()
  await own.ask('PATCH', '', { shown: picture })
  const missed = await openEvents(playground.url, own.secret, { 'Last-Event-ID': id })
  const shown = await missed.next()
  expect(shown).toMatchObject({ name: 'shown' })
  missed.close()
  const later = await openEvents(playground.url, own.secret, { 'Last-Event-ID': shown?.id ?? '' })
  await own.ask('PATCH', '', { title: 'Another title' })
  expect(await later.next()).toMatchObject({ name: 'changed' })
  later.close()
})

test('the owner hears of what guests say, hidden from others or not', async () => {
  const own = await newReview(playground.url, { options: { hideOthers: true } })
  const picture = await own.add(await pictureWithMetadata(3))
  const guest = await newGuest(playground.url, own.secret)
  const answer = await own.ask('GET', '/events')
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  await expect.poll(async () => (await reader?.read())?.value).toContain('event: changed')
  await guest.judge(picture, { pick: true })
  await expect.poll(async () => (await reader?.read())?.value).toContain('event: changed')
  await reader?.cancel()
})

test('one guest has few streams, and the others still get theirs', async () => {
  const own = await newReview(playground.url)
  const guest = await newGuest(playground.url, own.secret)
  const streams = []
  for (let count = 0; count < 7; count++)
    streams.push(await openEvents(playground.url, own.secret, { Cookie: guest.cookie }))
  expect(streams.map(({ answer }) => answer.status)).toEqual([...Array(6).fill(200), 429])
  const other = await openEvents(playground.url, own.secret)
  expect(other.answer.status).toBe(200)
  for (const { close } of [...streams, other]) close()
})
