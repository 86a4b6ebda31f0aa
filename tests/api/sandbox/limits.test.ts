import { request } from 'node:http'
import { deflateSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { createQueue } from '../../../lib/sandbox/queue'
import { auth, ended, finalUrl, post, submit, upload } from './sandbox-client'
import { type Served, serveSandbox } from './sandbox-server'

let server: Served
test.beforeAll(async () => {
  server = await serveSandbox()
})
test.afterAll(() => server.close())

/** A PNG of one colour, small as a file and large as a picture. */
function bomb(side: number, { interlaced }: { interlaced: boolean }): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(type), data, Buffer.alloc(4)])
    bytes.writeUInt32BE(data.length, 0)
    bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4)
    return bytes
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // 16 bits of red, green, blue and alpha.
  header.set([16, 6, 0, 0, interlaced ? 1 : 0], 8)
  const rows = deflateSync(Buffer.alloc(2 ** 20))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

for (const [what, side, interlaced] of [
  ['of 268 megapixels', 16_383, true],
  ['of 100 megapixels, not interlaced', 10_000, false],
  ['interlaced, of 49 megapixels and 16 bits', 7_000, true],
] as const)
  test(`a picture ${what} is refused by its header, before it is unpacked`, async () => {
    const before = process.memoryUsage().rss
    const answer = await upload(server.url, bomb(side, { interlaced }), 'image/png', 'a.png')
    expect([answer.status, (await answer.json()).error]).toEqual([
      400,
      `The picture is too large: ${side}x${side}`,
    ])
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20)
  })

test('a picture of 64 megapixels is taken', async () => {
  const picture = sharp({
    create: { width: 8000, height: 8000, channels: 3, background: '#123456' },
  })
  const bytes = await picture.jpeg({ quality: 30 }).toBuffer()
  expect((await upload(server.url, bytes, 'image/jpeg', 'a.jpg')).status).toBe(200)
})

test('an upload that never ends is ended', async () => {
  const impatient = await serveSandbox({ uploads: { idleMs: 200 } })
  const status = await new Promise((resolve, reject) => {
    const asked = request(`${impatient.url}/assets`, {
      method: 'POST',
      headers: { ...auth, 'content-type': 'multipart/form-data; boundary=x' },
    })
    asked.on('response', (answer) => resolve(answer.statusCode)).on('error', reject)
    asked.write('--x\r\n')
  })
  expect(status).toBe(408)
  await impatient.close()
})

test('an upload that drips for ever is ended, too', async () => {
  const impatient = await serveSandbox({ uploads: { totalMs: 400 } })
  const status = await new Promise((resolve, reject) => {
    const asked = request(`${impatient.url}/assets`, {
      method: 'POST',
      headers: { ...auth, 'content-type': 'multipart/form-data; boundary=x' },
    })
    const drip = setInterval(() => asked.write('-'), 20)
    asked
      .on('response', (answer) => {
        clearInterval(drip)
        resolve(answer.statusCode)
      })
      .on('error', reject)
  })
  expect(status).toBe(408)
  await impatient.close()
})

test('bodies together have a limit, and it is free again after them', async () => {
  const small = await serveSandbox({ uploads: { maxBytes: 200_000 } })
  const large = await sharp(Buffer.alloc(300 * 300 * 3, 7), {
    raw: { width: 300, height: 300, channels: 3 },
  })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const refused = await upload(small.url, large, 'image/png', 'a.png')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
  expect((await post(small.url, '/generate/image/bfl/flux-1-dev', { prompt: 'x' })).status).toBe(
    200,
  )
  await small.close()
})

test('a queue runs so many at once, in order, and refuses beyond what may wait', async () => {
  const queue = createQueue({ concurrent: 2, maxWaiting: 2 })
  const done: number[] = []
  const release: (() => void)[] = []
  const works = [0, 1, 2, 3].map((number) =>
    queue(async () => {
      await new Promise<void>((resolve) => release.push(resolve))
      done.push(number)
    }),
  )
  await expect(queue(async () => 1)).rejects.toMatchObject({ status: 503 })
  expect(release).toHaveLength(2)
  for (let index = 0; index < 4; index++) {
    await expect.poll(() => release.length).toBeGreaterThan(index)
    release[index]?.()
  }
  await Promise.all(works)
  expect(done).toEqual([0, 1, 2, 3])
  expect(await queue(async () => 'free')).toBe('free')
})

test('a work that fails frees its place', async () => {
  const queue = createQueue({ concurrent: 1, maxWaiting: 1 })
  const failed = queue(() => Promise.reject(new Error('broken')))
  const next = queue(async () => 'next')
  await expect(failed).rejects.toThrow('broken')
  expect(await next).toBe('next')
})

test('small pictures do not wait behind large ones', async () => {
  const own = await serveSandbox()
  const make = async (width: number, seed: number) => {
    const body = { prompt: 'a sea', seed, width, height: width, image_url: asset.image_url }
    const { job_id } = await submit(own.url, 'enhance/topaz/standard-enhance', {
      ...body,
      model: 'CGI',
      prompt: undefined,
    })
    return finalUrl(await ended(own.url, job_id))
  }
  const tiny = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()
  const asset = await (await upload(own.url, tiny, 'image/png', 'a.png')).json()
  const large = [1, 2, 3, 4].map((seed) => make(4096 + seed * 16, seed))
  const urls = await Promise.all(large)
  const small = await make(64, 9)
  const order: string[] = []
  const read = async (url: string, name: string) => {
    await (await fetch(url)).arrayBuffer()
    order.push(name)
  }
  await Promise.all([...urls.map((url) => read(url, 'large')), read(small, 'small')])
  expect(order[0]).toBe('small')
  await own.close()
})
