import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { memoryStore } from '../../../lib/sandbox/jobs/memory-store'
import type { Store } from '../../../lib/sandbox/jobs/store-type'
import { auth, ended, post } from './sandbox-client'
import { serveSandbox } from './sandbox-server'

const path = '/generate/image/bfl/flux-1-dev'

/** A receiver over real HTTP, and a sandbox that may reach it. */
async function listen(options: { speed?: number; store?: Store } = {}) {
  const received: { job_id: string; status: string }[] = []
  const receiver = createServer(async (request, response) => {
    received.push(JSON.parse(await text(request)))
    response.end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address()
  const port = typeof address === 'object' ? address?.port : null
  const deliver = async (url: string, body: string) => {
    await fetch(url, { method: 'POST', body })
  }
  const server = await serveSandbox({ deliver, ...options })
  const submit = (prompt: string) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: {
        ...auth,
        'content-type': 'application/json',
        'x-webhook-url': `http://127.0.0.1:${port}/hook`,
      },
      body: JSON.stringify({ prompt }),
    })
  const close = async () => {
    await server.close()
    receiver.close()
  }
  return { received, server, submit, deliver, close }
}

for (const [prompt, status] of [
  ['a sea', 'completed'],
  ['#nsfw', 'failed'],
] as const)
  test(`a job that ends as ${status} is POSTed to its webhook, once`, async () => {
    const { received, server, submit, close } = await listen()
    const { job_id } = await (await submit(prompt)).json()
    await expect.poll(() => received.length).toBe(1)
    expect(received[0]).toMatchObject({ job_id, status })
    const job = await (await fetch(`${server.url}/jobs/${job_id}`, { headers: auth })).json()
    expect(received[0]).toEqual(job)
    await close()
  })

test('a cancelled job is POSTed at once', async () => {
  const { received, server, submit, close } = await listen({ speed: 0.01 })
  const { job_id } = await (await submit('a sea')).json()
  await fetch(`${server.url}/jobs/${job_id}`, { method: 'DELETE', headers: auth })
  await expect.poll(() => received).toMatchObject([{ job_id, status: 'cancelled' }])
  await close()
})

test('after a restart the webhook is called all the same, and by one process only', async () => {
  const store = memoryStore()
  const first = await listen({ speed: 4, store })
  const { job_id } = await (await first.submit('a sea')).json()
  const others = []
  for (let count = 0; count < 2; count++) {
    const other = await serveSandbox({ store, speed: 4, deliver: first.deliver })
    await fetch(`${other.url}/jobs`, { headers: auth })
    others.push(other)
  }
  await first.server.close()
  await expect.poll(() => first.received).toMatchObject([{ job_id, status: 'completed' }])
  await ended(others[0]?.url ?? '', job_id)
  expect(first.received).toHaveLength(1)
  await Promise.all(others.map(({ close }) => close()))
})

for (const address of ['nonsense', 'ftp://example.com/x', 'javascript:alert(1)'])
  test(`“${address}” is no webhook`, async () => {
    const server = await serveSandbox()
    const answer = await fetch(server.url + path, {
      method: 'POST',
      headers: { ...auth, 'content-type': 'application/json', 'x-webhook-url': address },
      body: JSON.stringify({ prompt: 'a sea' }),
    })
    expect([answer.status, (await answer.json()).error]).toEqual([400, 'Invalid X-Webhook-URL'])
    await server.close()
  })

test('a webhook that cannot be reached changes nothing', async () => {
  const deliver = () => Promise.reject(new Error('not allowed'))
  const server = await serveSandbox({ deliver })
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { ...auth, 'content-type': 'application/json', 'x-webhook-url': 'http://10.0.0.1/' },
    body: JSON.stringify({ prompt: 'a sea' }),
  })
  expect(answer.status).toBe(200)
  expect((await post(server.url, path, { prompt: 'another' })).status).toBe(200)
  await server.close()
})
