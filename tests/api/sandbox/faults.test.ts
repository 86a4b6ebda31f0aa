import { expect, test } from '@playwright/test'
import { faults } from '../../../lib/contract/sandbox-faults'
import { auth, ended, post, submit } from './sandbox-client'
import { type Served, serveSandbox } from './sandbox-server'

let server: Served
test.beforeAll(async () => {
  server = await serveSandbox()
})
test.afterAll(() => server.close())

const path = '/generate/image/bfl/flux-1-dev'
const ask = (word: string) => post(server.url, path, { prompt: `a sea, ${word}!` })

test('#402, #429, #500 and #html answer in place of a job', async () => {
  const broke = await ask('#402')
  expect([broke.status, await broke.json()]).toEqual([402, { error: 'Insufficient balance' }])
  const busy = await ask('#429')
  expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '2'])
  expect((await busy.json()).code).toBe('CONCURRENCY_LIMIT_REACHED')
  expect((await ask('#500')).status).toBe(500)
  const page = await ask('#html')
  expect(page.status).toBe(502)
  expect(await page.text()).toContain('<!DOCTYPE html>')
})

test('#nsfw, #fail and #empty end as Krea was seen to end', async () => {
  const end = async (word: string) => {
    const job = await submit(server.url, path.slice('/generate/'.length), { prompt: word })
    const { status, result, error, completed_at } = await ended(server.url, job.job_id)
    expect(completed_at).toEqual(expect.any(String))
    return { status, result, error }
  }
  const message = 'The content was flagged as not safe for work.'
  expect(await end('a #nsfw sea')).toEqual({
    status: 'failed',
    result: undefined,
    error: { code: 'nsfw', message },
  })
  expect(await end('#FAIL')).toEqual({ status: 'failed', result: undefined, error: undefined })
  expect(await end('#empty')).toEqual({ status: 'completed', result: {}, error: undefined })
})

test('#slow takes about six times as long', async () => {
  let clock = Date.UTC(2026, 9, 1)
  const slow = await serveSandbox({ speed: 1, now: () => clock })
  const job = await submit(slow.url, path.slice('/generate/'.length), { prompt: 'a #slow sea' })
  clock += 30_000
  const running = await (await fetch(`${slow.url}/jobs/${job.job_id}`, { headers: auth })).json()
  expect(running.status).toBe('intermediate-complete')
  clock += 30_000
  expect((await ended(slow.url, job.job_id)).status).toBe('completed')
  await slow.close()
})

test('#hang gives no answer until the caller gives up', async () => {
  const answer = fetch(server.url + path, {
    method: 'POST',
    headers: { ...auth, 'content-type': 'application/json' },
    body: JSON.stringify({ prompt: '#hang' }),
    signal: AbortSignal.timeout(300),
  })
  await expect(answer).rejects.toThrow(/timeout/i)
})

test('#cut loses the answer, but the job exists and completes', async () => {
  const own = await serveSandbox()
  const answer = await post(own.url, path, { prompt: 'a sea, #cut' })
  await expect(answer.text()).rejects.toThrow(/terminated/)
  const { items } = await (await fetch(`${own.url}/jobs`, { headers: auth })).json()
  expect(items.length).toBe(1)
  expect((await ended(own.url, items[0].job_id)).status).toBe('completed')
  await own.close()
})

test('a word that merely begins like a fault is none', async () => {
  expect(new Set(faults.map(({ word }) => word)).size).toBe(10)
  const job = await submit(server.url, path.slice('/generate/'.length), {
    prompt: '#4020 #failure',
  })
  expect((await ended(server.url, job.job_id)).status).toBe('completed')
})
