import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { openStore } from '../../../lib/sandbox/jobs/store'
import { auth, ended, finalUrl, post, submit, upload } from './sandbox-client'
import { type Served, serveSandbox } from './sandbox-server'

const flux = 'image/bfl/flux-1-dev'
const stranger = { authorization: 'Bearer stranger' }

let directory: string
let server: Served
test.beforeAll(async () => {
  directory = await mkdtemp(`${tmpdir()}/sandbox-`)
  server = await serveSandbox({ store: openStore([directory]) })
})
test.afterAll(async () => {
  await server.close()
  await rm(directory, { recursive: true })
})

const png = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()

const ask = (method: string, path: string, headers = stranger) =>
  fetch(server.url + path, { method, headers })

test('jobs and uploads are their token’s: a stranger neither lists, reads, cancels nor deletes them', async () => {
  const { job_id } = await submit(server.url, flux, { prompt: 'a sea' })
  const asset = await (await upload(server.url, await png(), 'image/png', 'a.png')).json()
  expect(asset).not.toHaveProperty('owner')
  for (const path of ['/jobs', '/assets'])
    expect((await (await ask('GET', path)).json()).items, path).toEqual([])
  for (const path of [`/jobs/${job_id}`, `/assets/${asset.id}`]) {
    expect((await ask('GET', path)).status, path).toBe(404)
    expect((await ask('DELETE', path)).status, path).toBe(404)
    expect((await ask('GET', path, auth)).status, path).toBe(200)
  }
  const bytes = await fetch(asset.image_url)
  expect(bytes.status).toBe(200)
})

test('the token itself is not written down', async () => {
  await submit(server.url, flux, { prompt: 'a sea' })
  const files = await readdir(directory)
  const texts = await Promise.all(files.map((name) => readFile(`${directory}/${name}`, 'latin1')))
  expect(texts.filter((text) => text.includes('any:token'))).toEqual([])
})

test('after a restart jobs are listed, read and shown as before', async () => {
  const { job_id } = await submit(server.url, flux, { prompt: 'a sea', width: 512, height: 512 })
  const url = finalUrl(await ended(server.url, job_id))
  const before = Buffer.from(await (await fetch(url)).arrayBuffer())
  const restarted = await serveSandbox({ store: openStore([directory]) })
  const { items } = await (await fetch(`${restarted.url}/jobs`, { headers: auth })).json()
  expect(items[0].job_id).toBe(job_id)
  const after = finalUrl(await ended(restarted.url, job_id))
  expect(Buffer.from(await (await fetch(after)).arrayBuffer()).equals(before)).toBe(true)
  await restarted.close()
})

for (const [how, here, there] of [
  ['with a key of its own', {}, {}],
  ['with the very same secret', { key: 'the same secret' }, { key: 'the same secret' }],
  ['where no log is shared', { key: 'one', isLogShared: false }, { key: 'two' }],
] as const)
  test(`an id that another installation made ${how} is no job, and has no picture`, async () => {
    const [asked, elsewhere] = await Promise.all([serveSandbox(here), serveSandbox(there)])
    const ids = []
    for (let seed = 0; seed < 40; seed++)
      ids.push((await submit(elsewhere.url, flux, { prompt: 'a sea', seed })).job_id)
    const answers = await Promise.all(
      ids.flatMap((id) => [
        fetch(`${asked.url}/jobs/${id}`, { headers: auth }),
        fetch(`${asked.url}/public/${id}-image.png`),
        fetch(`${asked.url}/public/${id}-step-1.png`),
      ]),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
    await Promise.all([asked.close(), elsewhere.close()])
  })

test('servers that share a secret and no disk know each other’s jobs', async () => {
  const [here, there] = await Promise.all([
    serveSandbox({ key: 'the same secret', isLogShared: false }),
    serveSandbox({ key: 'the same secret', isLogShared: false }),
  ])
  const { job_id } = await submit(here.url, flux, { prompt: 'a sea', width: 512, height: 512 })
  const picture = await fetch(finalUrl(await ended(there.url, job_id)))
  expect(picture.status).toBe(200)
  await Promise.all([here.close(), there.close()])
})

test('the playground’s own jobs are not listed to whoever sends its word', async () => {
  const body = { prompt: 'a sea' }
  await post(server.url, `/generate/${flux}`, body)
  const { items } = await (await ask('GET', '/jobs', { authorization: 'Bearer playground' })).json()
  expect(items).toEqual([])
})
