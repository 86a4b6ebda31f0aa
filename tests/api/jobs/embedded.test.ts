import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import * as z from 'zod'
import { picture, uploadOf } from '../../fixtures/picture'
import { jobOf, model, postJob, problemOf } from '../../fixtures/server/ask'
import { newFolder } from '../../fixtures/server/data-folder'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'serial' })

/** Servers know each other's jobs by the log in the folder that they share. */
const data = newFolder()
const env = { SANDBOX_SPEED: '20', DATA_DIR: data }

let playground: Playground
test.beforeAll(async () => {
  playground = await startPlayground(env)
})
test.afterAll(() => playground.stop())

const submit = (prompt: string, key?: string) =>
  postJob(playground.url, { key, body: { model, input: { prompt } } })

async function ended(id: string, url = playground.url) {
  const read = async () => jobOf(await fetch(`${url}/api/jobs/${id}`))
  await expect.poll(async () => (await read()).phase).not.toBe('pending')
  return read()
}

test('with no key at all, a prompt becomes a picture of the size asked', async () => {
  const health = await (await fetch(`${playground.url}/api/health`)).json()
  expect(health).toMatchObject({ mode: 'sandbox', locked: false })
  const body = { model, input: { prompt: 'a sunset', width: 640, height: 512 } }
  const made = await postJob(playground.url, { body })
  expect(made.status).toBe(201)
  const job = await ended((await jobOf(made)).id)
  expect(job.phase).toBe('succeeded')
  const address = new URLSearchParams({ url: job.images[0]?.url ?? '' })
  const got = await fetch(`${playground.url}/api/images?${address}`)
  expect(got.headers.get('content-type')).toBe('image/png')
  expect(await sharp(await got.arrayBuffer()).metadata()).toMatchObject({ width: 640, height: 512 })
})

test('a job started on one server is polled to its picture on another', async () => {
  const other = await startPlayground(env)
  const { id } = await jobOf(await submit('a forest'))
  expect((await ended(id, other.url)).phase).toBe('succeeded')
  await other.stop()
})

test('a lost answer is recovered to the one job there is', async () => {
  const key = randomUUID()
  const first = await submit('#cut', key)
  const again = await submit('#cut', key)
  expect([first.status, again.status]).toEqual([201, 200])
  expect((await jobOf(again)).id).toBe((await jobOf(first)).id)
})

for (const [prompt, status, code] of [
  ['#402', 402, 'krea_balance_empty'],
  ['#429', 429, 'rate_limited'],
  ['#500', 502, 'submit_unknown'],
  ['#html', 502, 'submit_unknown'],
] as const)
  test(`a prompt with ${prompt} ends as ${code}`, async () => {
    const answer = await submit(prompt)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([status, code])
  })

for (const [prompt, code, charged] of [
  ['#nsfw', 'nsfw', 'no'],
  ['#fail', 'no_reason', 'no'],
  ['#empty', 'no_picture', 'unknown'],
] as const)
  test(`a job with ${prompt} fails as ${code}, with a reason in words`, async () => {
    const job = await ended((await jobOf(await submit(prompt))).id)
    expect(job.error).toMatchObject({ code, charged })
    expect(job.error?.message).toMatch(/^[A-Z].+\.$/)
  })

test('a running job is cancelled', async () => {
  const { id } = await jobOf(await submit('#slow'))
  const cancelled = await fetch(`${playground.url}/api/jobs/${id}`, { method: 'DELETE' })
  expect((await jobOf(cancelled)).phase).toBe('cancelled')
})

test('an uploaded picture can be read back and used', async () => {
  const made = await fetch(`${playground.url}/api/assets`, uploadOf(await picture('jpeg')))
  const { asset } = z
    .object({ asset: z.object({ url: z.string(), type: z.string() }) })
    .parse(await made.json())
  expect(asset.type).toBe('image/jpeg')
  const got = await fetch(`${playground.url}/api/images?${new URLSearchParams({ url: asset.url })}`)
  expect(got.headers.get('content-type')).toBe('image/jpeg')
  const body = { model, input: { prompt: 'x', image_url: asset.url } }
  expect((await postJob(playground.url, { body })).status).toBe(201)
})

test('styles are found by a word', async () => {
  const found = await (await fetch(`${playground.url}/api/styles?q=ocean`)).json()
  expect(found.styles).toMatchObject([{ name: 'Ocean' }])
})
