import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { Readable } from 'node:stream'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { auth, ended, finalUrl, post, submit, upload } from './sandbox-client'
import { type Served, serveSandbox } from './sandbox-server'

let server: Served
test.beforeAll(async () => {
  server = await serveSandbox()
})
test.afterAll(() => server.close())

const plain = (background: string, width = 120, height = 80) =>
  sharp({ create: { width, height, channels: 3, background } })

test('an upload is known by its content, whatever its name and type say', async () => {
  const jpeg = await plain('#c02020').jpeg().toBuffer()
  const answer = await upload(server.url, jpeg, 'image/png', 'holiday secret.gif')
  expect(answer.status).toBe(200)
  const asset = await answer.json()
  expect(asset).toMatchObject({
    width: 120,
    height: 80,
    size_bytes: jpeg.length,
    mime_type: 'image/jpeg',
    description: 'a test',
  })
  expect(asset.image_url).toBe(`${server.url}/public/assets/${asset.id}.jpg`)
  const read = await fetch(asset.image_url)
  expect(read.headers.get('content-type')).toBe('image/jpeg')
  expect(Buffer.from(await read.arrayBuffer()).equals(jpeg)).toBe(true)
})

test('a file that is no picture, a broken picture and image/jpg are refused', async () => {
  const png = await plain('#20c020').png().toBuffer()
  const refused = await Promise.all([
    upload(
      server.url,
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'image/png',
      'a.png',
    ),
    upload(server.url, Buffer.from('text'), 'image/png', 'a.png'),
    upload(server.url, png.subarray(0, png.length / 2), 'image/png', 'a.png'),
    upload(server.url, png, 'image/jpg', 'a.jpg'),
    post(server.url, '/assets', {}),
  ])
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400])
})

for (const [name, type, kept] of [
  ['a.mp4', 'video/mp4', 'video/mp4'],
  ['a.mov', 'video/quicktime', 'video/quicktime'],
  ['a.webm', 'video/webm', 'video/webm'],
  ['a.wav', 'audio/x-wav', 'audio/wav'],
  ['a.mp3', 'audio/mp3', 'audio/mpeg'],
  ['a.glb', 'application/octet-stream', 'model/gltf-binary'],
  ['a.glb', '', 'model/gltf-binary'],
] as const)
  test(`${name} as “${type}” is kept as ${kept}, without a size in pixels`, async () => {
    const bytes = Buffer.from('whatever a film is made of')
    const answer = await upload(server.url, bytes, type, name)
    const asset = await answer.json()
    expect([answer.status, asset.mime_type, asset.width, asset.height]).toEqual([
      200,
      kept,
      null,
      null,
    ])
    const read = await fetch(asset.image_url)
    expect(read.headers.get('content-type')).toBe(kept)
    expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true)
  })

test('more than 75 MB is refused, also when the length is not announced', async () => {
  const ask = (headers: Record<string, string>) =>
    request(`${server.url}/assets`, {
      method: 'POST',
      headers: { ...auth, 'content-type': 'multipart/form-data; boundary=x', ...headers },
    })
  const told = ask({ 'content-length': String(76 * 2 ** 20) })
  told.flushHeaders()
  expect(await statusOf(told)).toBe(413)
  const untold = ask({ 'transfer-encoding': 'chunked' })
  const chunk = Buffer.alloc(2 ** 20)
  Readable.from(Array.from({ length: 76 }, () => chunk)).pipe(untold)
  expect(await statusOf(untold)).toBe(413)
})

async function statusOf(asked: ClientRequest): Promise<number | undefined> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject)
  })
  asked.destroy()
  return answer.statusCode
}

test('assets are listed in pages, read and deleted', async () => {
  const own = await serveSandbox()
  const ids = []
  for (const colour of ['#111111', '#222222', '#333333']) {
    const answer = await upload(own.url, await plain(colour).png().toBuffer(), 'image/png', 'a.png')
    ids.unshift((await answer.json()).id)
  }
  const get = (path: string, method = 'GET') => fetch(own.url + path, { method, headers: auth })
  const page = await (await get('/assets?limit=2')).json()
  expect(page.items.length).toBe(2)
  const id = ids[0]
  expect((await (await get(`/assets/${id}`)).json()).id).toBe(id)
  const deleted = await get(`/assets/${id}`, 'DELETE')
  expect(await deleted.json()).toEqual({ success: true, message: 'Asset deleted' })
  expect((await get(`/assets/${id}`)).status).toBe(404)
  expect((await get(`/public/assets/${id}.png`)).status).toBe(404)
  expect((await get('/assets/..%2f..%2fpackage.json')).status).toBe(404)
  await own.close()
})

test('an uploaded picture steers the result, and one of ours is enlarged', async () => {
  const red = await plain('#d01010').png().toBuffer()
  const { image_url } = await (await upload(server.url, red, 'image/png', 'red.png')).json()
  const body = { prompt: 'a sea', seed: 1, width: 512, height: 512 }
  const job = await submit(server.url, 'image/bfl/flux-1-dev', { ...body, image_url })
  const steered = finalUrl(await ended(server.url, job.job_id))
  const [r, , b] = await means(steered)
  expect(r).toBeGreaterThan((b ?? 0) + 60)

  const enhance = await submit(server.url, 'enhance/krea/enhance', { image_url: steered })
  const twin = await (await upload(server.url, red, 'image/png', 'twin.png')).json()
  expect(twin.image_url).not.toBe(image_url)
  const same = { ...body, image_url: twin.image_url }
  const other = await submit(server.url, 'image/bfl/flux-1-dev', same)
  const again = finalUrl(await ended(server.url, other.job_id))
  expect(await means(again)).toEqual(await means(steered))

  const large = finalUrl(await ended(server.url, enhance.job_id))
  expect((await means(large))[0]).toBeGreaterThan(130)
  const bytes = await (await fetch(large)).arrayBuffer()
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1024, height: 1024 })
})

test('input addresses that cannot be pictures are refused as Krea does', async () => {
  for (const image_url of [
    'http://example.com/a.png',
    `${server.url}/public/assets/00000000-0000-4000-8000-000000000000.png`,
  ]) {
    const answer = await post(server.url, '/generate/image/bfl/flux-1-dev', {
      prompt: 'x',
      image_url,
    })
    expect([answer.status, (await answer.json()).error]).toEqual([422, 'Invalid asset URL'])
  }
})

async function means(url: string): Promise<number[]> {
  const bytes = await (await fetch(url)).arrayBuffer()
  const { channels } = await sharp(bytes).stats()
  return channels.map(({ mean }) => mean)
}
