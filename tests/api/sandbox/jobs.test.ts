import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import * as z from 'zod'
import bundled from '../../../lib/catalog/openapi.json'
import { bodySchemas, readCatalog } from '../../../lib/catalog/read'
import { minimalBody } from '../../fixtures/krea/minimal-body'
import { auth, ended, finalUrl, getJob, post, submit } from './sandbox-client'
import { type Served, serveSandbox } from './sandbox-server'

let server: Served
test.beforeAll(async () => {
  server = await serveSandbox()
})
test.afterAll(() => server.close())

const flux = 'image/bfl/flux-1-dev'
const prompt = 'a quiet sea at sunset'

test('the default form of every model is valid by the document and completes with a picture', async () => {
  const models = readCatalog(bundled)
  expect(models.length).toBeGreaterThan(40)
  const schemas = bodySchemas(bundled)
  const types = await Promise.all(
    models.map(async (model) => {
      const body = minimalBody(model, prompt, 'https://gen.krea.ai/images/example.png')
      expect(z.fromJSONSchema(schemas.get(model.id) ?? { not: {} }).safeParse(body).success).toBe(
        true,
      )
      const job = await submit(server.url, model.id, body)
      const done = await ended(server.url, job.job_id)
      const picture = await fetch(finalUrl(done))
      const type = picture.headers.get('content-type') ?? ''
      return [model.id, done.status, type.replace(/png|jpeg/, 'png or jpeg')]
    }),
  )
  expect(types).toEqual(models.map(({ id }) => [id, 'completed', 'image/png or jpeg']))
})

test('pictures have the size asked, by sides or by ratio and resolution', async () => {
  const [sides, ratio] = await Promise.all([
    picture(flux, { prompt, width: 640, height: 512 }),
    picture('image/krea/krea-2/large', { prompt, aspect_ratio: '2.35:1', resolution: '1K' }),
  ])
  expect(await sharp(sides).metadata()).toMatchObject({ format: 'png', width: 640, height: 512 })
  expect(await sharp(ratio).metadata()).toMatchObject({ width: 1568, height: 672 })
})

test('the same prompt, seed, size and model give the same bytes; another seed does not', async () => {
  const body = { prompt, seed: 42, width: 512, height: 512 }
  const [first, again, other, steps] = await Promise.all([
    picture(flux, body),
    picture(flux, Object.fromEntries(Object.entries(body).toReversed())),
    picture(flux, { ...body, seed: 43 }),
    picture(flux, { ...body, steps: 40 }),
  ])
  expect(first.equals(again)).toBe(true)
  expect(first.equals(steps)).toBe(false)
  expect(first.equals(other)).toBe(false)
})

test('a hosted job shows intermediate pictures as it runs, an external one none', async () => {
  let clock = Date.UTC(2026, 9, 1)
  const slow = await serveSandbox({ speed: 1, now: () => clock })
  const hosted = await submit(slow.url, flux, { prompt, width: 512, height: 512 })
  const external = await submit(slow.url, 'image/google/nano-banana', { prompt })
  expect([hosted.status, hosted.completed_at, hosted.result]).toEqual(['queued', null, null])
  expect(external.type).toBe('externalImage')
  clock += 2500
  const running = await getJob(slow.url, hosted.job_id)
  expect(running.status).toBe('intermediate-complete')
  const [url = ''] = JSON.stringify(running).match(/http[^"]+step-\d\.png/) ?? []
  const step = await fetch(url)
  expect(step.headers.get('content-type')).toBe('image/png')
  expect((await fetch(url.replace(/step-\d/, 'image'))).status).toBe(404)
  const waiting = await getJob(slow.url, external.job_id)
  expect(waiting.status).toBe('processing')
  expect(JSON.stringify(waiting)).not.toContain('.png')
  clock += 600_000
  expect((await getJob(slow.url, hosted.job_id)).status).toBe('completed')
  await slow.close()
})

test('every hosted model shows five pictures on the way, at distances that a poll can see', async () => {
  let clock = Date.UTC(2026, 9, 1)
  const slow = await serveSandbox({ speed: 1, now: () => clock })
  const shown = new Map<string, Set<string>>()
  const ids = new Map<string, string>()
  for (const model of readCatalog(bundled)) {
    const body = minimalBody(model, prompt, 'https://gen.krea.ai/images/example.png')
    const job = await submit(slow.url, model.id, body)
    if (job.type !== 'externalImage') ids.set(job.job_id, model.id)
  }
  for (let second = 0; second < 300; second++) {
    clock += 1000
    const { items } = await (
      await fetch(`${slow.url}/jobs?limit=1000&status=intermediate-complete`, { headers: auth })
    ).json()
    for (const job of items) {
      const [picture = ''] = JSON.stringify(job).match(/step-\d/) ?? []
      const model = ids.get(job.job_id) ?? 'another'
      shown.set(model, (shown.get(model) ?? new Set()).add(picture))
    }
  }
  expect(ids.size).toBeGreaterThan(8)
  const counts = [...ids.values()].map((model) => [model, shown.get(model)?.size ?? 0])
  expect(counts.filter(([, count]) => Number(count) < 4)).toEqual([])
  await slow.close()
})

test('jobs beyond eight at once wait their turn', async () => {
  const slow = await serveSandbox({ speed: 1 })
  const jobs = []
  for (let count = 0; count < 10; count++)
    jobs.push(await submit(slow.url, flux, { prompt, seed: count }))
  expect(jobs.map((job) => job.status)).toEqual([
    ...Array.from({ length: 8 }, () => 'queued'),
    'backlogged',
    'backlogged',
  ])
  await slow.close()
})

test('the faults of a body are named field by field', async () => {
  const answer = await post(server.url, `/generate/${flux}`, {
    width: 99_999,
    steps: 'many',
    no: 1,
  })
  expect(answer.status).toBe(400)
  const { error, details } = await answer.json()
  expect(error).toBe('Invalid request body')
  expect(details.map(({ path }: { path: string }) => path).toSorted()).toEqual([
    'no',
    'prompt',
    'steps',
    'width',
  ])
  expect((await post(server.url, `/generate/${flux}`, 'text')).status).toBe(400)
  const long = { prompt: 'x'.repeat(2 ** 20) }
  expect((await post(server.url, `/generate/${flux}`, long)).status).toBe(413)
})

test('sizes up to the largest that Krea takes are accepted, and painted at most 8192 wide', async () => {
  const asset = 'https://gen.krea.ai/images/a.png'
  const bytes = await picture('enhance/topaz/standard-enhance', {
    image_url: asset,
    width: 32_000,
    height: 500,
    model: 'CGI',
    output_format: 'png',
  })
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 8192, height: 128 })
})

for (const [asked, type] of [
  ['png', 'png'],
  ['jpg', 'jpeg'],
  ['webp', 'webp'],
  [undefined, 'jpeg'],
] as const)
  test(`an output_format of ${asked} gives a ${type} by name, type and bytes`, async () => {
    const body = {
      image_url: 'https://gen.krea.ai/images/a.png',
      width: 640,
      height: 480,
      model: 'CGI',
      ...(asked && { output_format: asked }),
    }
    const { job_id } = await submit(server.url, 'enhance/topaz/standard-enhance', body)
    const url = finalUrl(await ended(server.url, job_id))
    expect(url).toMatch(new RegExp(`-image\\.${type}$`))
    const answer = await fetch(url)
    expect(answer.headers.get('content-type')).toBe(`image/${type}`)
    expect((await sharp(await answer.arrayBuffer()).metadata()).format).toBe(type)
  })

test('a job on its way has neither an end nor a result; the POST says null for both', async () => {
  const slow = await serveSandbox({ speed: 0.01 })
  const made = await submit(slow.url, 'image/google/nano-banana', { prompt })
  expect([made.completed_at, made.result]).toEqual([null, null])
  const job = await getJob(slow.url, made.job_id)
  expect(['completed_at' in job, 'result' in job]).toEqual([false, false])
  await slow.close()
})

for (const name of ['constructor', 'toString', 'hasOwnProperty', '__proto__'])
  test(`a field named ${name} is unknown, and no accident`, async () => {
    const answer = await fetch(`${server.url}/generate/${flux}`, {
      method: 'POST',
      headers: { ...auth, 'content-type': 'application/json' },
      body: `{"prompt":"a cat","${name}":1}`,
    })
    expect([answer.status, (await answer.json()).details]).toEqual([
      400,
      [{ path: name, message: 'Unknown field' }],
    ])
  })

test('a wrong shape in a list is a 422 in the words that were seen', async () => {
  const body = { prompt, image_style_references: ['https://x.y/z.png'] }
  const answer = await post(server.url, `/generate/${flux}`, body)
  expect([answer.status, (await answer.json()).details]).toEqual([
    422,
    [{ path: 'image_style_references.0', message: 'Expected object, received string' }],
  ])
})

test('a body that is not sent as JSON is refused', async () => {
  const headers = { ...auth, 'content-type': 'text/plain' }
  const body = JSON.stringify({ prompt })
  const answer = await fetch(`${server.url}/generate/${flux}`, { method: 'POST', headers, body })
  expect(answer.status).toBe(400)
})

const krea3 = 'image/krea/krea-3'
const rules: [body: object, message: string | null][] = [
  [{ resolution: '1k', thinking_mode: 'ultra' }, 'thinking_mode ultra needs resolution 2k'],
  [{ resolution: '2k', thinking_mode: 'ultra' }, null],
  [{ resolution: '1k', thinking_mode: 'high' }, null],
  [{ resolution: '1k', local_edit: true, model: 'jam' }, 'local_edit needs model berry'],
  [
    { resolution: '1k', local_edit: true, model: 'berry' },
    'local_edit needs at least one picture in image_urls',
  ],
  [{ resolution: '1k', local_edit: false, model: 'jam' }, null],
]

/** The bundled document knows no field of Krea 3 that these rules are about. */
function documentWithRules() {
  const full = structuredClone(bundled)
  const { schema } =
    full.paths['/generate/image/krea/krea-3'].post.requestBody.content['application/json']
  Object.assign(schema.properties, {
    thinking_mode: { type: 'string', enum: ['fast', 'high', 'ultra'] },
    local_edit: { type: 'boolean' },
  })
  return full
}

test('rules between fields of Krea 3 are told in a sentence, where the document has those fields', async () => {
  const ruled = await serveSandbox({ document: documentWithRules() })
  for (const [body, message] of rules) {
    const answer = await post(ruled.url, `/generate/${krea3}`, { prompt, ...body })
    const { error = null } = await answer.json()
    expect([answer.status, error], JSON.stringify(body)).toEqual([message ? 400 : 200, message])
  }
  await ruled.close()
})

test('fields that the document does not have are refused, Krea 3’s too', async () => {
  const body = { prompt, resolution: '2k', thinking_mode: 'ultra' }
  const answer = await post(server.url, `/generate/${krea3}`, body)
  expect([answer.status, (await answer.json()).error]).toEqual([400, expect.any(String)])
})

test('a status that Krea does not have cannot be listed', async () => {
  const answer = await fetch(`${server.url}/jobs?status=nonsense`, { headers: auth })
  expect(answer.status).toBe(400)
})

test('without a token there is nothing but 401, save the document and the pictures', async () => {
  for (const path of ['/jobs', '/jobs/x', '/assets', '/styles']) {
    const answer = await fetch(server.url + path)
    expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }])
  }
  const empty = await fetch(`${server.url}/jobs`, { headers: { authorization: 'Bearer ' } })
  expect(empty.status).toBe(401)
  const submission = await fetch(`${server.url}/generate/image/bfl/flux-1-dev`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ prompt: 'a sea' }),
  })
  expect(submission.status).toBe(401)
  const { job_id } = await submit(server.url, 'image/bfl/flux-1-dev', { prompt: 'a sea' })
  const picture = await fetch(finalUrl(await ended(server.url, job_id)))
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  const document = await fetch(`${server.url}/openapi.json`)
  expect((await document.json()).openapi).toBe(bundled.openapi)
  const again = await fetch(`${server.url}/openapi.json`, {
    headers: { 'if-none-match': document.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('an unknown path is a page of HTML, an unknown job is JSON', async () => {
  for (const path of ['/nowhere', '/generate/image/nobody/nothing']) {
    const answer = await post(server.url, path, {})
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ])
    expect(await answer.text()).toContain(`Cannot POST ${path}`)
  }
  const job = await fetch(`${server.url}/jobs/550e8400-e29b-41d4-a716-446655440000`, {
    headers: auth,
  })
  expect([job.status, await job.json()]).toEqual([404, { error: 'Job not found' }])
})

test('a job is cancelled by DELETE, and removed by another', async () => {
  const slow = await serveSandbox({ speed: 0.1 })
  const { job_id } = await submit(slow.url, flux, { prompt })
  const remove = () => fetch(`${slow.url}/jobs/${job_id}`, { method: 'DELETE', headers: auth })
  expect((await remove()).status).toBe(200)
  expect((await getJob(slow.url, job_id)).status).toBe('cancelled')
  expect((await remove()).status).toBe(200)
  expect((await fetch(`${slow.url}/jobs/${job_id}`, { headers: auth })).status).toBe(404)
  expect((await remove()).status).toBe(404)
  await slow.close()
})

test('jobs are listed newest first, in pages, by status', async () => {
  const own = await serveSandbox()
  const ids = []
  for (let seed = 0; seed < 5; seed++)
    ids.unshift((await submit(own.url, flux, { prompt, seed })).job_id)
  await ended(own.url, ids[0] ?? '')
  const list = async (query: string) =>
    (await fetch(`${own.url}/jobs?${query}`, { headers: auth })).json()
  const first = await list('limit=3')
  expect(first.items.map(idOf)).toEqual(ids.slice(0, 3))
  const second = await list(`limit=3&cursor=${first.next_cursor}`)
  expect([second.items.map(idOf), second.next_cursor]).toEqual([ids.slice(3), null])
  expect((await list('status=completed')).items.length).toBe(5)
  expect((await list('status=failed')).items).toEqual([])
  expect((await list('types=flux,image')).items.length).toBe(5)
  expect((await list('types=externalImage')).items).toEqual([])
  const bad = await fetch(`${own.url}/jobs?limit=none`, { headers: auth })
  expect(bad.status).toBe(400)
  await own.close()
})

test('pictures are cached for good, and answer HEAD and If-None-Match', async () => {
  const job = await submit(server.url, flux, { prompt, width: 512, height: 512 })
  const url = finalUrl(await ended(server.url, job.job_id))
  const head = await fetch(url, { method: 'HEAD' })
  expect(head.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const bytes = await (await fetch(url)).arrayBuffer()
  expect(Number(head.headers.get('content-length'))).toBe(bytes.byteLength)
  const etag = head.headers.get('etag') ?? ''
  expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
})

const idOf = ({ job_id }: { job_id: string }) => job_id

async function picture(model: string, body: unknown): Promise<Buffer> {
  const job = await submit(server.url, model, body)
  const answer = await fetch(finalUrl(await ended(server.url, job.job_id)))
  return Buffer.from(await answer.arrayBuffer())
}
