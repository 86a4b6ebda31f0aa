import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { newGuest } from '../../fixtures/reviews/guest'
import { newReview, type OwnReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

let playground: Playground
let own: OwnReview
let other: OwnReview
let picture: string
let foreign: string
test.beforeAll(async () => {
  playground = await startPlayground({ RATE_LIMIT_PER_MINUTE: '1000' })
  ;[own, other] = [await newReview(playground.url), await newReview(playground.url)]
  picture = await own.add(await pictureWithMetadata(1))
  foreign = await other.add(await pictureWithMetadata(2), { label: 'not-for-everyone' })
})
test.afterAll(() => playground.stop())

test('with one link nothing of another review is read or changed', async () => {
  const victim = await newGuest(playground.url, other.secret, 'Victim')
  const comment = (await (await victim.comment(foreign, 'Mine')).json()).comment.id
  const attacker = await newGuest(playground.url, own.secret, 'Attacker')
  const calls: [string, string, unknown?][] = [
    ['GET', `/pictures/${foreign}`],
    ['GET', `/pictures/${foreign}?size=thumb`],
    ['PUT', `/pictures/${foreign}/verdict`, { pick: true }],
    ['POST', '/pairs', { left: picture, right: foreign, choice: 'left' }],
    ['POST', `/pictures/${foreign}/comments`, { text: 'Here I was' }],
    ['DELETE', `/pictures/${foreign}/comments/${comment}`],
    ['DELETE', `/pictures/${picture}/comments/${comment}`],
    ['GET', `/pictures/${randomUUID()}`],
    ['GET', '/pictures/..%2F..%2Fledger'],
  ]
  for (const [method, path, body] of calls)
    expect([path, (await attacker.ask(method, path, body)).status]).toEqual([path, 404])
  expect((await other.read()).comments).toMatchObject([{ text: 'Mine' }])
})

test('the cookie of one review is nobody’s in another, under whichever name', async () => {
  const guest = await newGuest(playground.url, own.secret, 'Ada')
  const token = guest.cookie.split('=')[1]
  const replayed = `krea-guest-${other.id.slice(0, 8)}=${token}; ${guest.cookie}`
  const nobody = await newGuest(playground.url, other.secret, null)
  const view = await (await nobody.ask('GET', '', undefined, { Cookie: replayed })).json()
  expect(view.you).toBe(null)
  const judged = await nobody.ask('POST', '/done', undefined, { Cookie: replayed })
  expect(judged.status).toBe(403)
})

test('a guest’s cookie is out of reach of scripts and of other sites', async () => {
  const nobody = await newGuest(playground.url, own.secret, null)
  const entered = await nobody.ask('POST', '/guest', { name: 'Ada' })
  expect(entered.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^krea-guest-.*; HttpOnly; SameSite=Lax(;|$)/),
  ])
})

test('two guests of one address and browser are two people', async () => {
  const fresh = await newReview(playground.url)
  await fresh.add(await pictureWithMetadata(3))
  for (const name of ['Ada', 'Bob']) await newGuest(playground.url, fresh.secret, name)
  expect((await fresh.read()).guests.map(({ name }) => name)).toEqual(['Ada', 'Bob'])
})

test('another guest’s comment is not one’s own to delete', async () => {
  const [ada, bob] = [
    await newGuest(playground.url, own.secret, 'Ada'),
    await newGuest(playground.url, own.secret, 'Bob'),
  ]
  const { id } = (await (await ada.comment(picture, 'Stays')).json()).comment
  expect((await bob.ask('DELETE', `/pictures/${picture}/comments/${id}`)).status).toBe(404)
  expect((await ada.ask('DELETE', `/pictures/${picture}/comments/${id}`)).status).toBe(200)
})

test('an owner’s key opens one review, and a guest’s secret is no key', async () => {
  const as = (key: string, path: string, method = 'GET') =>
    fetch(`${playground.url}/api/reviews/${path}`, {
      method,
      headers: { Authorization: `Bearer ${key}` },
    })
  for (const key of [own.manageKey, other.secret, own.secret]) {
    expect((await as(key, other.id)).status).toBe(404)
    expect((await as(key, `${other.id}/results.csv`)).status).toBe(404)
    expect((await as(key, `${other.id}/events`)).status).toBe(404)
    expect((await as(key, `${other.id}/pictures/${foreign}`)).status).toBe(404)
    expect((await as(key, other.id, 'DELETE')).status).toBe(404)
  }
  expect((await as(own.manageKey, `${own.id}/pictures/${foreign}`)).status).toBe(404)
  expect((await as(own.manageKey, `${own.id}/pictures/${foreign}`, 'DELETE')).status).toBe(404)
})

test('a secret that nobody has opens nothing, and guessing is slowed down, for nobody else', async () => {
  const guess = () =>
    fetch(`${playground.url}/api/r/${randomBytes(24).toString('base64url')}`).then(
      ({ status }) => status,
    )
  expect(await guess()).toBe(404)
  const statuses = new Set(await Promise.all(Array.from({ length: 200 }, guess)))
  expect([...statuses].sort()).toEqual([404, 429])
  const guest = await newGuest(playground.url, own.secret)
  expect((await guest.ask('GET')).status).toBe(200)
})
