import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { postPass } from '@/lib/contract/passes'
import { picture, uploadOf } from '../../fixtures/picture'
import { pictureBomb } from '../../fixtures/picture-bomb'
import { postJob, problemOf } from '../../fixtures/server/ask'
import { cookieOf } from '../../fixtures/server/cookies'
import { startOwnedPlayground } from '../../fixtures/server/owned-playground'
import { startPlayground } from '../../fixtures/server/playground'

test('a guest whose pass is spent uploads nothing, and neither does a visitor beyond the rate', async () => {
  const { krea, playground, owner, stop } = await startOwnedPlayground({
    PLAYGROUND_PASSWORD: 'the password of this test',
    RATE_LIMIT_PER_MINUTE: '3',
  })
  const made = await fetch(`${playground.url}/api/passes`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: owner },
    body: JSON.stringify({ name: 'Ada', dollars: 0.007 }),
  })
  const { url } = postPass.answer.parse(await made.json())
  const Cookie = cookieOf(await fetch(url, { redirect: 'manual' }))
  const sent = await picture()
  const upload = (cookie: string) =>
    fetch(`${playground.url}/api/assets`, { ...uploadOf(sent), headers: { Cookie: cookie } })

  expect((await upload(Cookie)).status).toBe(201)
  expect((await postJob(playground.url, { headers: { Cookie } })).status).toBe(201)
  const refused = await upload(Cookie)
  expect((await problemOf(refused)).code).toBe('budget_exceeded')
  const before = krea.count(/^POST \/assets/)
  expect(before).toBe(1)
  expect((await upload(owner)).status).toBe(201)
  const tooMany = await upload(owner)
  expect(await problemOf(tooMany)).toMatchObject({
    code: 'rate_limited',
    retryAfterMs: expect.any(Number),
  })
  expect(krea.count(/^POST \/assets/)).toBe(before + 1)
  await stop()
})

test('a file without a byte is no picture', async () => {
  const playground = await startPlayground()
  const refused = await fetch(`${playground.url}/api/assets`, uploadOf(new Uint8Array()))
  expect((await problemOf(refused)).code).toBe('unsupported_media')
  await playground.stop()
})

test('three pictures that would unpack to 2 GB take no memory, and the server answers meanwhile', async () => {
  const playground = await startPlayground()
  const memory = () =>
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(playground.pid)], { encoding: 'utf8' }))
  const ask = (path: string, init: RequestInit) =>
    fetch(playground.url + path, { ...init, headers: { Authorization: 'Bearer x' } })
  const small = uploadOf(await picture())
  for (const path of ['/api/assets', '/sandbox/assets']) await ask(path, small)
  const bomb = uploadOf(await pictureBomb(9_000))
  const before = memory()
  const peaks: number[] = []
  const isDone = { is: false }
  const watched = (async () => {
    while (!isDone.is) {
      expect((await fetch(`${playground.url}/api/health`)).status).toBe(200)
      peaks.push(memory())
    }
  })()
  for (const path of ['/sandbox/assets', '/api/assets']) {
    const refused = await Promise.all([1, 2, 3].map(() => ask(path, bomb)))
    for (const { status } of refused) expect(status).toBeGreaterThanOrEqual(400)
    for (const { status } of refused) expect(status).toBeLessThan(500)
  }
  isDone.is = true
  await watched
  expect(Math.max(...peaks) - before).toBeLessThan(300_000)
  await playground.stop()
})
