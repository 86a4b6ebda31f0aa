import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { newGuest } from '../../fixtures/reviews/guest'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { problemOf } from '../../fixtures/server/ask'
import { newDataFolder } from '../../fixtures/server/data-folder'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

let playground: Playground
let dataFolder: string
test.beforeAll(async () => {
  dataFolder = await newDataFolder()
  playground = await startPlayground({ DATA_DIR: dataFolder, RATE_LIMIT_PER_MINUTE: '1000' })
})
test.afterAll(() => playground.stop())

const stored = () => readdirSync(join(dataFolder, 'reviews')).filter((name) => name !== '')

test('a revoked review is gone for guests at once, with its bytes, and its verdicts stay', async () => {
  const own = await newReview(playground.url, { options: { downloads: true } })
  const picture = await own.add(await pictureWithMetadata(1))
  const guest = await newGuest(playground.url, own.secret)
  await guest.judge(picture, { pick: true })
  const comment = (await (await guest.comment(picture, 'Good')).json()).comment.id
  expect(stored()).toHaveLength(4)
  expect((await own.ask('PATCH', '', { state: 'revoked' })).status).toBe(200)
  expect(stored()).toEqual([])
  const calls: [string, string, unknown?][] = [
    ['GET', ''],
    ['GET', '/events'],
    ['GET', `/pictures/${picture}?size=thumb`],
    ['GET', `/pictures/${picture}?size=page`],
    ['GET', `/pictures/${picture}?size=original`],
    ['POST', '/guest', { name: 'Eve' }],
    ['PUT', `/pictures/${picture}/verdict`, { pick: false }],
    ['POST', '/pairs', { left: picture, right: picture, choice: 'left' }],
    ['POST', `/pictures/${picture}/comments`, { text: 'Late' }],
    ['DELETE', `/pictures/${picture}/comments/${comment}`],
    ['POST', '/done'],
  ]
  for (const [method, path, body] of calls) {
    const answer = await guest.ask(method, path, body)
    expect([path, answer.status]).toEqual([path, 410])
    expect(await problemOf(answer)).toMatchObject({ code: 'review_ended' })
  }
  expect((await own.upload(await pictureWithMetadata(2))).status).toBe(410)
  expect((await own.ask('PATCH', '', { state: 'open' })).status).toBe(410)
  expect(await own.read()).toMatchObject({ state: 'revoked', results: [{ picks: 1 }] })
})

test('a deleted review leaves nothing', async () => {
  const own = await newReview(playground.url)
  await own.add(await pictureWithMetadata(1))
  const guest = await newGuest(playground.url, own.secret)
  expect((await own.ask('DELETE')).status).toBe(200)
  expect(stored()).toEqual([])
  expect((await guest.ask('GET')).status).toBe(404)
  expect((await own.ask('GET')).status).toBe(404)
})

test('a deleted picture goes with its bytes and with what was said of it', async () => {
  const own = await newReview(playground.url)
  const [first, second] = [
    await own.add(await pictureWithMetadata(1)),
    await own.add(await pictureWithMetadata(2)),
  ]
  const guest = await newGuest(playground.url, own.secret)
  await guest.judge(first, { pick: true })
  await own.ask('PATCH', '', { shown: first })
  expect((await own.ask('DELETE', `/pictures/${first}`)).status).toBe(200)
  expect(stored()).toHaveLength(4)
  const view = await guest.view()
  expect(view.pictures.map(({ id }) => id)).toEqual([second])
  expect(view.you?.verdicts).toEqual({})
  expect(view.shown).toEqual({ pictureId: null, revision: 2 })
  expect((await guest.ask('GET', `/pictures/${first}`)).status).toBe(404)
  await own.ask('DELETE')
})

test('a review ends on its date, its bytes with it', async () => {
  const own = await newReview(playground.url)
  await own.add(await pictureWithMetadata(1))
  const guest = await newGuest(playground.url, own.secret)
  const endsAt = new Date(Date.now() + 1_500).toISOString()
  expect((await own.ask('PATCH', '', { options: { endsAt } })).status).toBe(200)
  const look = async () => [(await guest.ask('GET')).status, stored().length]
  await expect.poll(look).toEqual([410, 0])
  expect((await own.read()).state).toBe('ended')
})
