import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import * as z from 'zod'
import { auth, ended, finalUrl, post, submit } from './sandbox-client'
import { type Served, serveSandbox } from './sandbox-server'

let server: Served
test.beforeAll(async () => {
  server = await serveSandbox()
})
test.afterAll(() => server.close())

const styleSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  urls: z.array(z.string()),
  cover_url: z.string(),
  public: z.boolean(),
  models: z.array(z.string()),
  owner: z.looseObject({ id: z.string(), name: z.string() }).nullable(),
})
const pageSchema = z.object({ items: z.array(styleSchema), next_cursor: z.string().nullable() })

const stranger = { authorization: 'Bearer stranger' }
const get = (path: string, headers = auth) => fetch(server.url + path, { headers })
const send = (method: string, path: string, body?: unknown, headers = auth) =>
  fetch(server.url + path, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })

async function list(query = '', headers = auth) {
  return pageSchema.parse(await (await get(`/styles?${query}`, headers)).json())
}

async function train(name: string) {
  const body = { name, urls: ['https://gen.krea.ai/1.png'], max_train_steps: 10 }
  const answer = await post(server.url, '/styles/train', body)
  expect(answer.status, await answer.clone().text()).toBe(200)
  const job = await ended(server.url, (await answer.json()).job_id)
  return z.object({ style_id: z.string() }).parse(job.result).style_id
}

test('styles come in pages, each once', async () => {
  const all = (await list('filter=public')).items.map(({ id }) => id)
  expect(all.length).toBeGreaterThan(40)
  const found = []
  let page = await list('filter=public&limit=7')
  for (found.push(...page.items); page.next_cursor; found.push(...page.items))
    page = await list(`filter=public&limit=7&cursor=${page.next_cursor}`)
  expect(found.map(({ id }) => id)).toEqual(all)
})

test('ids, model, user, liked and filter narrow the list; nothing else does', async () => {
  const { items } = await list()
  const [first, second] = items
  expect((await list(`ids=${second?.id},${first?.id}`)).items).toHaveLength(2)
  expect((await list('ids=x')).items).toEqual([])
  const qwen = (await list('model=qwen')).items
  expect(qwen.length).toBeGreaterThan(0)
  expect(qwen.filter(({ models }) => !models.includes('qwen'))).toEqual([])
  expect((await list('liked=true')).items).toEqual([])
  const krea = (await list('filter=krea')).items
  expect(krea.filter(({ owner }) => owner !== null)).toEqual([])
  const [made] = (await list('filter=community')).items
  const theirs = (await list(`user=${made?.owner?.id}`)).items
  expect(theirs.filter(({ owner }) => owner?.id !== made?.owner?.id)).toEqual([])
  expect((await list('query=noir')).items).toEqual(items)
  for (const bad of ['filter=nonsense', 'limit=0', 'limit=1001', 'cursor=x', 'liked=perhaps'])
    expect((await get(`/styles?${bad}`)).status, bad).toBe(400)
})

test('the covers of a style are pictures, and a style steers the palette', async () => {
  const { items } = await list('filter=krea')
  const neon = items.find(({ title }) => title === 'Neon')
  const bytes = await (await fetch(neon?.cover_url ?? '')).arrayBuffer()
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 384, height: 512 })
  const body = { prompt: 'a mountain', seed: 1, width: 512, height: 512 }
  const make = async (more: object) => {
    const { job_id } = await submit(server.url, 'image/bfl/flux-1-dev', { ...body, ...more })
    const picture = await fetch(finalUrl(await ended(server.url, job_id)))
    return Buffer.from(await picture.arrayBuffer())
  }
  const styled = await make({ styles: [{ id: neon?.id, strength: 1 }] })
  expect(styled.equals(await make({}))).toBe(false)
})

test('a trained style is its maker’s alone until it is public', async () => {
  const id = await train('Mine')
  const mine = await list('filter=user')
  expect(mine.items[0]).toMatchObject({ id, title: 'Mine', public: false, models: ['flux_dev'] })
  expect((await list('filter=user', stranger)).items).toEqual([])
  expect((await get(`/styles/${id}`, stranger)).status).toBe(404)
  expect((await send('PATCH', `/styles/${id}`, { title: 'Ours', public: true })).status).toBe(200)
  const seen = await (await get(`/styles/${id}`, stranger)).json()
  expect(seen).toMatchObject({ title: 'Ours', public: true })
  expect((await send('PATCH', `/styles/${id}`, { title: 'Theirs' }, stranger)).status).toBe(403)
})

test('a style in training, or whose training is cancelled, is not listed', async () => {
  const slow = await serveSandbox({ speed: 0.1 })
  const body = { model: 'z-image', name: 'Later', urls: ['https://gen.krea.ai/1.png'] }
  const { job_id } = await (await post(slow.url, '/styles/train', body)).json()
  const mine = async () => (await fetch(`${slow.url}/styles?filter=user`, { headers: auth })).json()
  expect((await mine()).items).toEqual([])
  await fetch(`${slow.url}/jobs/${job_id}`, { method: 'DELETE', headers: auth })
  expect((await mine()).items).toEqual([])
  await slow.close()
})

test('a training’s body is checked', async () => {
  for (const body of [{}, { name: 'x' }, { name: 'x', urls: [] }, { name: 'x', urls: ['x'] }])
    expect((await post(server.url, '/styles/train', body)).status).toBeGreaterThanOrEqual(400)
  const urls = ['https://gen.krea.ai/1.png']
  const wrong = await post(server.url, '/styles/train', { model: 'sdxl', name: 'x', urls })
  expect(wrong.status).toBe(400)
})

test('one’s own style is shared by link and with the workspace', async () => {
  const id = await train('To share')
  const link = async () => (await get(`/styles/${id}/share/link`)).json()
  const first = await link()
  expect(first).toMatchObject({ is_new: true, share_link: expect.stringContaining(id) })
  expect(await link()).toEqual({ ...first, is_new: false })
  const shared = await send('POST', `/styles/${id}/share/workspace`)
  expect(await shared.json()).toMatchObject({ success: true, style_id: id })
  expect((await list('filter=shared')).items.map((style) => style.id)).toEqual([id])
  const taken = await send('DELETE', `/styles/${id}/share/workspace`)
  expect(await taken.json()).toEqual({ success: true })
  expect((await list('filter=shared')).items).toEqual([])
  expect((await send('POST', `/styles/${id}/share/workspace`, undefined, stranger)).status).toBe(
    404,
  )
})

test('an absent style or node app is reported in JSON', async () => {
  for (const path of ['/styles/nothing', '/styles/nothing/share/link', '/node-apps/nothing']) {
    const answer = await get(path)
    expect([answer.status, await answer.json()], path).toEqual([
      404,
      { error: expect.stringContaining('not found') },
    ])
  }
})

test('a node app answers a list of jobs, each result under its output’s name', async () => {
  const app = await (await get('/node-apps/day-and-night')).json()
  expect(app).toMatchObject({ name: 'Day and night', input_openapi_schema: expect.anything() })
  const path = '/node-apps/day-and-night/execute'
  const jobs = await (await post(server.url, path, { prompt: 'a sea' })).json()
  const results = []
  for (const { job_id } of z.array(z.looseObject({ job_id: z.string() })).parse(jobs))
    results.push((await ended(server.url, job_id)).result)
  expect(results).toEqual([
    { urls: { day: expect.stringContaining('-image.png') } },
    { urls: { night: expect.stringContaining('-image.png') } },
  ])
  expect((await post(server.url, path, { nothing: 1 })).status).toBe(400)
})
