import { expect, test } from '@playwright/test'
import {
  answer,
  bytes,
  type FakeKrea,
  html,
  redirect,
  startKrea,
} from '../../fixtures/krea/krea-server'
import { picture, uploadOf } from '../../fixtures/picture'
import { problemOf } from '../../fixtures/server/ask'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'serial' })

let krea: FakeKrea
let playground: Playground
test.beforeAll(async () => {
  krea = await startKrea()
  playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: 'id:a-token-for-this-test',
    PLAYGROUND_PUBLIC: '1',
    KREA_IMAGE_HOSTS: '*.krea.ai, localhost, 127.0.0.1, 169.254.169.254',
  })
})
test.afterAll(async () => {
  await playground.stop()
  await krea.stop()
})
test.beforeEach(() => {
  krea.seen.length = 0
})

const read = (address: string) =>
  fetch(`${playground.url}/api/images?${new URLSearchParams({ url: address })}`)

test('a file without a byte is no picture, and Krea is not asked', async () => {
  const made = await fetch(`${playground.url}/api/assets`, uploadOf(Buffer.alloc(0)))
  expect(made.status).toBe(415)
  expect(await made.json()).toMatchObject({ code: 'unsupported_media' })
})

for (const format of ['png', 'jpeg', 'webp'] as const)
  test(`a ${format} is uploaded by its content, whatever its name says`, async () => {
    const sent = await picture(format)
    const made = await fetch(`${playground.url}/api/assets`, uploadOf(sent))
    expect(made.status).toBe(201)
    expect(await made.json()).toEqual({
      asset: {
        id: '7d5c7a0e-1111-4111-8111-111111111111',
        url: 'https://app-uploads.krea.ai/public/picture.png',
        width: 8,
        height: 6,
        bytes: sent.byteLength,
        type: `image/${format}`,
      },
    })
    expect(krea.seen[0]?.body).toContain(`filename="picture.${format}"`)
    expect(krea.seen[0]?.body).not.toContain('holiday')
  })

test('a picture of the upstream is passed on byte for byte, safe to keep, without our token', async () => {
  const sent = await picture()
  krea.fault(/a\.png/, bytes(sent, { 'Content-Type': 'image/png', 'Set-Cookie': 'a=b' }))
  const got = await read(`${krea.url}/a.png`)
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(sent)
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  expect(got.headers.get('set-cookie')).toBeNull()
  expect(krea.seen[0]?.headers.authorization).toBeUndefined()
})

test('what is no result is refused', async () => {
  krea.fault(/page/, html(200))
  krea.fault(/untyped/, bytes('x', {}))
  for (const path of ['/page', '/untyped']) expect((await read(krea.url + path)).status).toBe(415)
})

test('a picture that is gone is not found, and one that is too large is refused', async () => {
  krea.fault(/gone/, answer(403, {}))
  krea.fault(/large/, bytes('x', { 'Content-Type': 'image/png', 'Content-Length': '64000001' }))
  krea.fault(/late/, html(503))
  const statuses = [
    (await read(`${krea.url}/gone`)).status,
    (await read(`${krea.url}/large`)).status,
    (await read(`${krea.url}/late`)).status,
  ]
  expect(statuses).toEqual([404, 413, 502])
})

for (const [type, format] of [
  ['application/octet-stream', 'png'],
  ['binary/octet-stream', 'jpeg'],
  ['', 'webp'],
] as const)
  test(`a ${format} that is sent as “${type}” is known by its first bytes`, async () => {
    const file = await picture(format)
    krea.fault(/plain/, bytes(file, type ? { 'Content-Type': type } : {}))
    const got = await read(`${krea.url}/plain-${format}`)
    expect([got.status, got.headers.get('content-type')]).toEqual([200, `image/${format}`])
    expect(Buffer.from(await got.arrayBuffer()).equals(file)).toBe(true)
  })

test('mere bytes that are no picture are still none', async () => {
  krea.fault(
    /bytes/,
    bytes('<svg onload="alert(1)"/>', { 'Content-Type': 'application/octet-stream' }),
  )
  expect((await read(`${krea.url}/bytes`)).status).toBe(415)
})

for (const [path, type, served] of [
  ['film.mp4', 'video/mp4', 'video/mp4'],
  ['film.webm', 'application/octet-stream', 'video/webm'],
  ['rain.mp3', '', 'audio/mpeg'],
  ['rain', 'audio/wav', 'audio/wav'],
] as const)
  test(`${path}, sent as “${type}”, is passed on to be played as ${served}`, async () => {
    krea.fault(new RegExp(path), bytes('a tune', type ? { 'Content-Type': type } : {}))
    const got = await read(`${krea.url}/${path}`)
    expect([got.status, got.headers.get('content-type')]).toEqual([200, served])
    expect(got.headers.get('content-disposition')).toBeNull()
  })

for (const [path, type] of [
  ['fox.glb', 'model/gltf-binary'],
  ['fox.svg', 'image/svg+xml'],
  ['fox.zip', 'application/zip'],
  ['fox.json', 'application/json'],
] as const)
  test(`${path} is passed on as a download that nothing opens`, async () => {
    krea.fault(new RegExp(path), bytes('<svg onload="alert(1)"/>', { 'Content-Type': type }))
    const got = await read(`${krea.url}/${path}`)
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'application/octet-stream'])
    expect(got.headers.get('content-disposition')).toBe('attachment')
  })

test('a page of the host is no result, whatever its address ends in', async () => {
  krea.fault(/page\.json/, html(200))
  krea.fault(/page$/, html(200))
  expect((await read(`${krea.url}/page.json`)).status).toBe(415)
  expect((await read(`${krea.url}/page`)).status).toBe(415)
})

test('a picture that brings more than 64 MB is broken off', async () => {
  krea.fault(/endless/, (response) => {
    response.writeHead(200, { 'Content-Type': 'image/png' })
    response.end(Buffer.alloc(65_000_000))
  })
  const got = await read(`${krea.url}/endless`)
  await expect(got.arrayBuffer()).rejects.toThrow()
})

test('a redirect is followed where the next address is allowed too', async () => {
  krea.fault(/from/, redirect('/to'))
  krea.fault(/to/, bytes(await picture(), { 'Content-Type': 'image/png' }))
  expect((await read(`${krea.url}/from`)).status).toBe(200)
})

test('a redirect to another host, or in a circle, is not followed', async () => {
  const other = await startKrea()
  krea.fault(/off/, redirect(`${other.url}/a.png`))
  krea.fault(/circle/, redirect('/circle'), 9)
  expect((await read(`${krea.url}/off`)).status).toBe(403)
  expect((await problemOf(await read(`${krea.url}/circle`))).code).toBe('krea_bad_answer')
  expect(other.seen).toEqual([])
  await other.stop()
})

test('no address leads into a private network, however it is spelt', async () => {
  const { port } = new URL(krea.url)
  const addresses = [
    `http://localhost:${port}/`,
    `https://127.0.0.1:${port}/`,
    `http://127.0.0.1/`,
    `http://127.0.0.1:${port}@example.com/`,
    `http://krea.ai@127.0.0.1:${port}/`,
    `http://a:b@127.0.0.1:${port}/`,
    'https://127.0.0.1/',
    'https://localhost/',
    'https://169.254.169.254/latest/meta-data',
    'http://169.254.169.254/latest/meta-data',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://0.0.0.0/',
    'https://10.0.0.1/',
    'https://192.168.0.1/',
    'https://172.16.0.1/',
    'https://100.64.0.1/',
    'https://krea.ai/',
    'https://evilkrea.ai/',
    'https://krea.ai.evil.example/',
    'https://app.krea.ai.evil.example/',
    'https://app.krea.ai:8443/',
    'https://user:pass@app.krea.ai/',
    'http://app.krea.ai/',
    'ftp://app.krea.ai/',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    'blob:https://app.krea.ai/1',
    'gopher://127.0.0.1/',
    'https://evil.example/#.krea.ai',
    'https://evil.example/?.krea.ai',
    'https://evil.example\\.krea.ai/',
  ]
  for (const address of addresses) {
    const refused = await read(address)
    expect([address, (await problemOf(refused)).code]).toEqual([address, 'forbidden'])
  }
  expect(krea.seen).toEqual([])
})
