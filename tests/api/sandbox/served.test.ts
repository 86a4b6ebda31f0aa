import { readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { picture, uploadOf } from '../../fixtures/picture'
import { jobOf, postJob } from '../../fixtures/server/ask'
import { newFolder } from '../../fixtures/server/data-folder'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'serial' })

const data = newFolder()
let playground: Playground
test.beforeAll(async () => {
  playground = await startPlayground({ SANDBOX_SPEED: '50', DATA_DIR: data })
})
test.afterAll(async () => {
  await playground.stop()
  rmSync(data, { recursive: true, force: true })
})

const auth = { authorization: 'Bearer any' }
const flux = '/generate/image/bfl/flux-1-dev'

/** The path as it is given: `fetch` would not send all of them so. */
function postTo(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { ...auth, 'content-type': 'application/json' }
    const { hostname, port } = new URL(playground.url)
    request({ hostname, port, path, method: 'POST', headers }, (answer) => {
      resolve(answer.resume().statusCode)
    })
      .on('error', reject)
      .end(JSON.stringify({ prompt: 'a cat' }))
  })
}

for (const path of [`/sandbox${flux}`, `/sandbox/${flux}`, `/sandbox//${flux}`])
  test(`a POST to ${path} is answered there, and led nowhere`, async () => {
    expect(await postTo(path)).toBe(200)
  })

test('answers and pictures are for pages of any origin, the playground’s own are not', async () => {
  const policy = async (path: string) =>
    (await fetch(playground.url + path)).headers.get('cross-origin-resource-policy')
  expect(await policy('/sandbox/public/nothing.png')).toBe('cross-origin')
  expect(await policy('/sandbox/openapi.json')).toBe('cross-origin')
  for (const path of ['/', '/api/health', '/sandboxes'])
    expect(await policy(path)).toBe('same-origin')
  const asked = await fetch(`${playground.url}/sandbox/jobs`, { method: 'OPTIONS' })
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
})

test('uploads and jobs of the page are in DATA_DIR, and only the page sees them', async () => {
  const made = await fetch(`${playground.url}/api/assets`, uploadOf(await picture('png')))
  expect(made.status).toBe(201)
  await jobOf(await postJob(playground.url))
  expect(readdirSync(data), 'no database').toEqual(['sandbox'])
  const files = readdirSync(join(data, 'sandbox'))
  expect(files.filter((name) => /^asset-.*\.png$/.test(name))).toHaveLength(1)
  expect(files.filter((name) => name.startsWith('jobs-'))).toHaveLength(1)
  for (const word of ['any', 'sandbox', 'playground'])
    for (const path of ['/sandbox/jobs?limit=1000', '/sandbox/assets']) {
      const headers = { authorization: `Bearer ${word}` }
      const { items } = await (await fetch(playground.url + path, { headers })).json()
      const own = word === 'any' && path.includes('jobs') ? 3 : 0
      expect(items, `${word} ${path}`).toHaveLength(own)
    }
})

test('SANDBOX_RETIRED_NAMES=0 refuses what Krea refuses today', async () => {
  const strict = await startPlayground({ SANDBOX_RETIRED_NAMES: '0' })
  const ask = (body: object) =>
    fetch(`${strict.url}/sandbox${flux}`, {
      method: 'POST',
      headers: { ...auth, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  expect((await ask({ prompt: 'a cat', guidance_scale_flux: 3 })).status).toBe(400)
  expect((await ask({ prompt: 'a cat', guidance_scale: 3 })).status).toBe(200)
  await strict.stop()
})

test('beside a token there is no sandbox, unless it is asked for', async () => {
  const env = { KREA_API_TOKEN: 'a-token', KREA_API_BASE_URL: playground.url }
  const off = await startPlayground(env)
  const on = await startPlayground({ ...env, SANDBOX_WITH_TOKEN: '1' })
  const status = async (url: string, path: string) =>
    (await fetch(url + path, { headers: auth })).status
  for (const path of ['/sandbox/jobs', '/sandbox/openapi.json', '/sandbox/public/nothing.png'])
    expect(await status(off.url, path), path).toBe(404)
  expect(await status(on.url, '/sandbox/jobs')).toBe(200)
  await Promise.all([off.stop(), on.stop()])
})
