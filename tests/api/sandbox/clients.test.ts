import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { auth, ended, post } from './sandbox-client'
import { type Served, serveSandbox } from './sandbox-server'

const run = promisify(execFile)

let lenient: Served
let strict: Served
test.beforeAll(async () => {
  lenient = await serveSandbox()
  strict = await serveSandbox({ retiredNames: false })
})
test.afterAll(() => Promise.all([lenient.close(), strict.close()]))

const picture = 'https://gen.krea.ai/images/a.png'

/** Bodies as Krea's older guides and clients of others write them. */
const old: [model: string, body: object][] = [
  ['image/krea-1', { prompt: 'a serene mountain landscape', width: 1024, height: 576, steps: 28 }],
  ['image/bfl/flux-1-dev', { prompt: 'a cat', guidance_scale_flux: 3.5 }],
  ['image/bfl/flux-1-dev', { prompt: 'a cat', imageUrl: picture, batchSize: 4 }],
  [
    'image/google/nano-banana-pro',
    { prompt: 'a cat', imageUrls: [picture], aspectRatio: '1:1', resolution: '1K' },
  ],
]

const present: [model: string, body: object][] = [
  ['image/bfl/flux-1-dev', { prompt: 'a cat', width: 1024, height: 576, steps: 28 }],
  ['image/bfl/flux-1-dev', { prompt: 'a cat', image_url: picture, guidance_scale: 3.5 }],
  [
    'image/google/nano-banana-pro',
    { prompt: 'a cat', image_urls: [picture], aspect_ratio: '1:1', resolution: '1K' },
  ],
  ['image/krea/krea-3', { prompt: 'a cat', resolution: '1k' }],
]

for (const [model, body] of old)
  test(`${model} with ${Object.keys(body)} runs by default, marked, and is refused by the strict sandbox`, async () => {
    const taken = await post(lenient.url, `/generate/${model}`, body)
    expect(taken.status, await taken.clone().text()).toBe(200)
    expect(taken.headers.get('deprecation')).toBe('true')
    expect(taken.headers.get('sunset')).toContain('2026')
    const { job_id } = await taken.json()
    expect((await ended(lenient.url, job_id)).status).toBe('completed')
    const refused = await post(strict.url, `/generate/${model}`, body)
    expect(refused.status).toBe(model === 'image/krea-1' ? 410 : 400)
  })

for (const [model, body] of present)
  test(`${model} with ${Object.keys(body)} runs on both`, async () => {
    for (const { url } of [lenient, strict]) {
      const taken = await post(url, `/generate/${model}`, body)
      expect([taken.status, taken.headers.get('deprecation')]).toEqual([200, null])
    }
  })

test('the strict sandbox names what it does not know', async () => {
  const body = { prompt: 'a cat', imageUrls: [picture], batchSize: 4 }
  const answer = await post(strict.url, '/generate/image/bfl/flux-1-dev', body)
  expect((await answer.json()).details).toEqual([
    { path: 'imageUrls', message: 'Unknown field' },
    { path: 'batchSize', message: 'Unknown field' },
  ])
})

/** Krea's Python example with nothing but the standard library, its base's slash doubled. */
const python = `
import json, sys, time, urllib.request
base = sys.argv[1] + '/'
def call(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    headers = {'Authorization': 'Bearer id:secret', 'Content-Type': 'application/json'}
    request = urllib.request.Request(base + path, data, headers, method=method)
    return json.load(urllib.request.urlopen(request))
job = call('POST', '/generate/image/bfl/flux-1-dev', {'prompt': 'a cat', 'width': 512, 'height': 512})
while job['status'] not in ('completed', 'failed', 'cancelled'):
    time.sleep(0.05)
    job = call('GET', '/jobs/' + job['job_id'])
print(urllib.request.urlopen(job['result']['urls'][0]).read()[:4].hex())
`

test('the published Python example runs from text to picture', async () => {
  const { stdout } = await run('python3', ['-c', python, lenient.url])
  expect(stdout.trim()).toBe('89504e47')
})

test('the published curl example uploads a picture and makes another of it', async () => {
  const curl = async (...given: string[]) => {
    const { stdout } = await run('curl', [
      '-sS',
      '-H',
      `Authorization: ${auth.authorization}`,
      ...given,
    ])
    return JSON.parse(stdout)
  }
  const file = 'public/icon-192.png'
  const asset = await curl('-F', `file=@${file};type=image/png`, `${lenient.url}/assets`)
  const { image_url } = z.object({ image_url: z.string() }).parse({ image_url: asset.image_url })
  const body = JSON.stringify({ prompt: 'the same in winter', image_url })
  const path = `${lenient.url}/generate/image/bfl/flux-1-dev`
  const job = await curl('-H', 'Content-Type: application/json', '-d', body, path)
  expect((await ended(lenient.url, job.job_id)).status).toBe('completed')
})

/** As a JavaScript SDK does: submit, then poll until the job has ended. */
test('a client that polls as an SDK does gets its picture', async () => {
  const made = await post(lenient.url, '/generate/image/krea/krea-2/large', {
    prompt: 'a cat',
    aspect_ratio: '1:1',
    resolution: '1K',
  })
  const job = await ended(lenient.url, (await made.json()).job_id)
  const { urls } = z.object({ urls: z.array(z.url()) }).parse(job.result)
  expect((await fetch(urls[0] ?? '')).headers.get('content-type')).toBe('image/png')
})

test('a page of another origin may call the API and show the pictures', async () => {
  const headers = { origin: 'https://example.com', 'access-control-request-method': 'POST' }
  const path = '/generate/image/bfl/flux-1-dev'
  const asked = await fetch(lenient.url + path, { method: 'OPTIONS', headers })
  expect(asked.status).toBe(204)
  expect(asked.headers.get('access-control-allow-headers')).toContain('Authorization')
  const job = await post(lenient.url, path, { prompt: 'a cat', width: 512, height: 512 })
  const { result } = await ended(lenient.url, (await job.json()).job_id)
  const { urls } = z.object({ urls: z.array(z.url()) }).parse(result)
  for (const address of [urls[0] ?? '', `${lenient.url}/jobs`, `${lenient.url}/nowhere`]) {
    const answer = await fetch(address, { headers: auth })
    expect(answer.headers.get('access-control-allow-origin'), address).toBe('*')
    expect(answer.headers.get('cross-origin-resource-policy'), address).toBe('cross-origin')
  }
})
