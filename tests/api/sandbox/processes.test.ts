import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { openStore } from '../../../lib/sandbox/jobs/store'
import { auth, ended, finalUrl, getJob, submit, upload } from './sandbox-client'
import { type Served, serveSandbox } from './sandbox-server'

const flux = 'image/bfl/flux-1-dev'
const prompt = 'a forest in autumn'

let directory: string
let here: Served
let there: { url: string; process: ChildProcess }

test.beforeAll(async () => {
  directory = await mkdtemp(`${tmpdir()}/sandbox-`)
  here = await serveSandbox({ store: openStore([directory]), speed: 4 })
  there = await startProcess()
})

test.afterAll(async () => {
  there.process.stdin?.end()
  await here.close()
  await rm(directory, { recursive: true })
})

test('a job started in one process is polled to its picture in another', async () => {
  const { job_id } = await submit(here.url, flux, { prompt, width: 512, height: 512 })
  const job = await ended(there.url, job_id)
  expect(job.status).toBe('completed')
  const [theirs, ours] = await Promise.all([
    bytesOf(finalUrl(job)),
    bytesOf(finalUrl(await ended(here.url, job_id))),
  ])
  expect(theirs.equals(ours)).toBe(true)
})

test('an upload here steers a job there, and a job cancelled there is cancelled here', async () => {
  const red = sharp({ create: { width: 64, height: 64, channels: 3, background: '#d01010' } })
  const asset = await (
    await upload(here.url, await red.png().toBuffer(), 'image/png', 'a.png')
  ).json()
  const image_url = asset.image_url.replace(here.url, there.url)
  const { job_id } = await submit(there.url, flux, { prompt, image_url, width: 512, height: 512 })
  const picture = await bytesOf(finalUrl(await ended(here.url, job_id)))
  const { dominant } = await sharp(picture).stats()
  expect(dominant.r).toBeGreaterThan(dominant.b + 60)

  const other = await submit(here.url, flux, { prompt: 'a #slow sea' })
  await fetch(`${there.url}/jobs/${other.job_id}`, { method: 'DELETE', headers: auth })
  expect((await getJob(here.url, other.job_id)).status).toBe('cancelled')
})

test('every process lists the jobs of all, newest first', async () => {
  const ids = []
  for (const server of [here, there, here, there])
    ids.unshift((await submit(server.url, flux, { prompt })).job_id)
  for (const { url } of [here, there]) {
    const { items } = await (await fetch(`${url}/jobs?limit=4`, { headers: auth })).json()
    expect(items.map(({ job_id }: { job_id: string }) => job_id)).toEqual(ids)
  }
})

async function startProcess(): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn('npx', ['tsx', require.resolve('./sandbox-process.ts'), directory, '4'], {
    env: { ...process.env, NODE_OPTIONS: '--conditions=react-server' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const line = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve))
  return { url: line.toString().trim(), process: child }
}

async function bytesOf(url: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(url)).arrayBuffer())
}
