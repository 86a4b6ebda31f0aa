import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import bundled from '../../../lib/catalog/openapi.json'
import { auth, ended, finalUrl, post } from './sandbox-client'
import { type Served, serveSandbox } from './sandbox-server'

let server: Served
test.beforeAll(async () => {
  server = await serveSandbox()
})
test.afterAll(() => server.close())

const gone = { deprecation: 'true', sunset: 'Fri, 19 Jun 2026 00:00:00 GMT' }

test("Krea's older example for krea-1 runs unchanged, its base's slash doubled", async () => {
  const answer = await fetch(`${server.url}//generate/image/krea-1`, {
    method: 'POST',
    headers: { ...auth, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      prompt: 'a serene mountain landscape at sunset',
      width: 1024,
      height: 576,
      steps: 28,
    }),
  })
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject(gone)
  const job = await ended(server.url, (await answer.json()).job_id)
  const bytes = await (await fetch(finalUrl(job))).arrayBuffer()
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1024, height: 576 })
})

test('retired field names are translated and marked; current ones are not', async () => {
  const url = 'https://gen.krea.ai/images/a.png'
  const old = [
    [
      'image/bfl/flux-1-dev',
      { prompt: 'x', guidance_scale_flux: 3.5, imageUrl: url, batchSize: 1 },
    ],
    ['image/google/nano-banana', { prompt: 'x', imageUrls: [url], aspectRatio: '16:9' }],
    [
      'image/bfl/flux-1-dev',
      { prompt: 'x', imageStyleRefs: [{ url, strength: 1 }], presetStyles: [] },
    ],
  ] as const
  for (const [model, body] of old) {
    const answer = await post(server.url, `/generate/${model}`, body)
    expect(answer.status, await answer.clone().text()).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject(gone)
  }
  const current = await post(server.url, '/generate/image/bfl/flux-1-dev', { prompt: 'x' })
  expect([current.status, current.headers.get('deprecation')]).toEqual([200, null])
})

test('a model past its sunset answers 410 with its replacement', async () => {
  const document = structuredClone(bundled)
  const operation = document.paths['/generate/image/bfl/flux-1-dev'].post
  Object.assign(operation, {
    deprecated: true,
    'x-sunset': '2026-03-01',
    'x-replacement': 'image/krea/krea-2/medium',
  })
  const later = await serveSandbox({ document, now: () => Date.UTC(2026, 9, 1) })
  const answer = await post(later.url, '/generate/image/bfl/flux-1-dev', { prompt: 'x' })
  expect([answer.status, await answer.json()]).toEqual([
    410,
    expect.objectContaining({
      error: 'model_unavailable',
      reason: 'deprecated',
      replacement: 'image/krea/krea-2/medium',
    }),
  ])
  await later.close()
})
