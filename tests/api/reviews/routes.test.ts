import { expect, test } from '@playwright/test'
import { postReviewPicture } from '@/lib/contract/reviews/owner-routes'
import { newGuest } from '../../fixtures/reviews/guest'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { problemOf } from '../../fixtures/server/ask'
import { cookieOf, sendPassword } from '../../fixtures/server/cookies'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

const adminPassword = 'an admin password, says the test'

let playground: Playground
test.beforeAll(async () => {
  playground = await startPlayground({
    RATE_LIMIT_PER_MINUTE: '1000',
    PLAYGROUND_ADMIN_PASSWORD: adminPassword,
  })
})
test.afterAll(() => playground.stop())

test('a review is published, judged by two, and its owner reads the results', async () => {
  const own = await newReview(playground.url, { brief: 'For the cover', question: 'Which one?' })
  expect(own.review).toMatchObject({ state: 'open', title: 'Which one?', brief: 'For the cover' })
  const [first, second] = [
    await own.add(await pictureWithMetadata(1), { label: 'One' }),
    await own.add(await pictureWithMetadata(2)),
  ]
  const ada = await newGuest(playground.url, own.secret, 'Ada')
  const bob = await newGuest(playground.url, own.secret, 'Bob')
  expect(await (await ada.judge(first, { pick: true, rating: 5 })).json()).toEqual({
    verdict: { pick: true, rating: 5 },
    picks: 1,
  })
  expect((await bob.judge(first, { rating: 2 })).status).toBe(200)
  for (const choice of ['right', 'left'])
    expect((await ada.ask('POST', '/pairs', { left: first, right: second, choice })).status).toBe(
      200,
    )
  const commented = await bob.comment(second, 'Too dark <b>here</b>', { x: 0.25, y: 0.5 })
  expect(commented.status).toBe(201)
  expect((await ada.ask('POST', '/done')).status).toBe(200)

  const read = await own.read()
  expect(read.guests.map(({ name, doneAt }) => [name, doneAt !== null])).toEqual([
    ['Ada', true],
    ['Bob', false],
  ])
  expect(read.guests[0]?.pairs).toHaveLength(1)
  expect(read.results[0]).toMatchObject({ pictureId: first, picks: 1, ratings: 2, rating: 3.5 })
  expect(read.results[0]?.strength?.value).toBeGreaterThan(0)
  expect(read.comments).toMatchObject([
    { author: 'Bob', text: 'Too dark <b>here</b>', at: { x: 0.25, y: 0.5 }, pictureId: second },
  ])
  const view = await ada.view()
  expect(view.pictures).toEqual([
    { id: first, width: 60, height: 40, label: 'One' },
    { id: second, width: 60, height: 40 },
  ])
  expect(view.you).toMatchObject({ name: 'Ada', isDone: true })
})

test('the same bytes are one picture, however they are sent', async () => {
  const own = await newReview(playground.url)
  const bytes = await pictureWithMetadata(3)
  const sent = await Promise.all([own.upload(bytes), own.upload(bytes), own.upload(bytes)])
  expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 201])
  const bodies = await Promise.all(sent.map((answer) => answer.json()))
  const ids = bodies.map((body) => postReviewPicture.answer.parse(body).picture.id)
  expect(new Set(ids).size).toBe(1)
  expect((await own.read()).pictures).toHaveLength(1)
})

test('the browser that made it, its key, the playground’s owner and nobody else own a review', async () => {
  const made = await fetch(`${playground.url}/api/reviews`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Mine' }),
  })
  const { review } = await made.json()
  const path = `${playground.url}/api/reviews/${review.id}`
  const statusWith = async (headers: Record<string, string>) =>
    (await fetch(path, { headers })).status
  expect(await statusWith({ Cookie: cookieOf(made) })).toBe(200)
  const signedIn = await sendPassword(`${playground.url}/api/owner`, adminPassword)
  expect(await statusWith({ Cookie: cookieOf(signedIn) })).toBe(200)
  expect(await statusWith({})).toBe(404)
  expect(await statusWith({ Authorization: 'Bearer nonsense' })).toBe(404)
  const other = await newReview(playground.url)
  expect(await statusWith({ Authorization: `Bearer ${other.manageKey}` })).toBe(404)
  const list = await fetch(`${playground.url}/api/reviews`, { headers: { Cookie: cookieOf(made) } })
  expect((await list.json()).reviews).toMatchObject([{ id: review.id, url: null }])
})

test('its owner answers and resolves comments, and merges two guests who are one', async () => {
  const own = await newReview(playground.url)
  const picture = await own.add(await pictureWithMetadata(4))
  const phone = await newGuest(playground.url, own.secret, 'Ada on the phone')
  const desk = await newGuest(playground.url, own.secret, 'Ada')
  await phone.judge(picture, { rating: 1 })
  await desk.judge(picture, { rating: 4, pick: true })
  await phone.comment(picture, 'Mine')
  const [first, second] = (await own.read()).guests
  const comment = (await own.read()).comments[0]?.id ?? ''
  const answered = await own.ask('PATCH', `/comments/${comment}`, {
    answer: 'Thank you',
    isResolved: true,
  })
  expect(await answered.json()).toMatchObject({
    comment: { answer: 'Thank you', isResolved: true },
  })
  const merged = await own.ask('POST', '/guests/merge', { from: first?.id, into: second?.id })
  expect(merged.status).toBe(200)
  expect((await own.read()).guests).toMatchObject([
    { name: 'Ada', verdicts: { [picture]: { rating: 4, pick: true } } },
  ])
  for (const guest of [phone, desk]) {
    expect((await guest.view()).you?.name).toBe('Ada')
    expect((await guest.view()).comments).toMatchObject([{ isOwn: true, answer: 'Thank you' }])
  }
})

test('closed, there is something to see and nothing to say', async () => {
  const own = await newReview(playground.url)
  const picture = await own.add(await pictureWithMetadata(5))
  const guest = await newGuest(playground.url, own.secret)
  expect((await own.ask('PATCH', '', { state: 'closed' })).status).toBe(200)
  expect((await guest.view()).review.state).toBe('closed')
  expect((await guest.ask('GET', `/pictures/${picture}?size=thumb`)).status).toBe(200)
  for (const refused of [
    await guest.judge(picture, { pick: true }),
    await guest.comment(picture, 'Late'),
    await guest.ask('POST', '/done'),
  ]) {
    expect(refused.status).toBe(409)
    expect(await problemOf(refused)).toMatchObject({ code: 'review_closed' })
  }
  await own.ask('PATCH', '', { state: 'open' })
  expect((await guest.judge(picture, { pick: true })).status).toBe(200)
})

test('results are a table whose cells no spreadsheet runs', async () => {
  const own = await newReview(playground.url)
  const picture = await own.add(await pictureWithMetadata(6), { label: '@label' })
  const guest = await newGuest(playground.url, own.secret, '=HYPERLINK("http://x")')
  await guest.judge(picture, { rating: 3 })
  await guest.comment(picture, '+1+1')
  const answer = await own.ask('GET', '/results.csv')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const lines = (await answer.text()).split('\r\n')
  expect(lines[1]).toContain(`verdict,"'=HYPERLINK(""http://x"")",${picture},"'@label",no,3`)
  expect(lines[2]).toContain(`"'+1+1"`)
})

test('a guest who has said no name judges nothing, and another site’s page neither', async () => {
  const own = await newReview(playground.url)
  const picture = await own.add(await pictureWithMetadata(7))
  const nobody = await newGuest(playground.url, own.secret, null)
  expect((await nobody.view()).you).toBe(null)
  expect((await nobody.judge(picture, { pick: true })).status).toBe(403)
  const named = await newGuest(playground.url, own.secret)
  const forged = await named.ask('POST', '/done', undefined, { Origin: 'https://evil.example' })
  expect(forged.status).toBe(403)
  expect((await own.read()).guests[0]?.doneAt).toBe(null)
})

test('an unchanged view is not sent again, and a changed one is', async () => {
  const own = await newReview(playground.url)
  const picture = await own.add(await pictureWithMetadata(8))
  const guest = await newGuest(playground.url, own.secret)
  const etag = (await guest.ask('GET')).headers.get('etag') ?? ''
  const again = () => guest.ask('GET', '', undefined, { 'If-None-Match': etag })
  expect((await again()).status).toBe(304)
  await guest.judge(picture, { pick: true })
  expect((await again()).status).toBe(200)
})
