import { randomUUID } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { expect, test } from '@playwright/test'
import { getHealth } from '@/lib/contract/health'
import { createSessions } from '@/lib/server/access/session'
import { postJob, problemOf } from '../../fixtures/server/ask'
import { sendPassword } from '../../fixtures/server/cookies'
import { freePort } from '../../fixtures/server/free-port'
import { startOwnedPlayground } from '../../fixtures/server/owned-playground'
import { startPlayground } from '../../fixtures/server/playground'

test('300 tries at the password from 75 networks of one household are fifty', async () => {
  const playground = await startPlayground({
    KREA_API_TOKEN: 'a-token-for-this-test',
    PLAYGROUND_PASSWORD: 'the password of this test',
    TRUST_PROXY: '1',
  })
  const tries = Array.from({ length: 300 }, (_, index) =>
    sendPassword(`${playground.url}/api/unlock`, 'wrong', {
      'X-Forwarded-For': `2001:db8:7:${index % 75}::1`,
    }),
  )
  const statuses = (await Promise.all(tries)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(50)
  expect(statuses.filter((status) => status === 429)).toHaveLength(250)
  await playground.stop()
})

test('health and models answer a visitor with a session while the database says nothing', async () => {
  const sockets = new Set<Socket>()
  const silent = createServer((socket) => sockets.add(socket))
  const port = await freePort()
  await new Promise<void>((resolve) => silent.listen(port, '127.0.0.1', resolve))
  const secret = 'the secret of this test, long enough'
  const password = 'the password of this test'
  const playground = await startPlayground({
    KREA_API_TOKEN: 'a-token-for-this-test',
    KREA_API_BASE_URL: 'http://127.0.0.1:9',
    DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/nothing`,
    PLAYGROUND_PASSWORD: password,
    SESSION_SECRET: secret,
  })
  const sessions = createSessions({ base: secret, password, adminPassword: null }, Date.now)
  const cookie = `krea-unlocked=${await sessions.sign('unlocked', randomUUID(), 3_600)}`
  const ask = (path: string) => fetch(playground.url + path, { headers: { Cookie: cookie } })
  const health = getHealth.answer.parse(await (await ask('/api/health')).json())
  expect(health).toMatchObject({ ok: true, locked: false, ledger: 'closed' })
  expect(health.degraded).toHaveLength(1)
  expect((await ask('/api/models')).status).toBe(200)
  await playground.stop()
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => silent.close(resolve))
})

test('a change behind a proxy that drops the port is taken from PUBLIC_URL, and else told about the header', async () => {
  const PUBLIC_URL = 'http://192.168.1.5:3333'
  const [known, other] = await Promise.all([startPlayground({ PUBLIC_URL }), startPlayground()])
  const headers = { 'X-Forwarded-Host': '192.168.1.5', Origin: PUBLIC_URL }
  expect((await postJob(known.url, { headers })).status).toBe(201)
  const refused = await problemOf(await postJob(other.url, { headers }))
  expect(refused).toMatchObject({
    code: 'forbidden',
    detail: expect.stringContaining('PUBLIC_URL'),
  })
  await Promise.all([known.stop(), other.stop()])
})

test('the owner’s page and CSV stay small however long prompts are', async () => {
  const { playground, owner, stop } = await startOwnedPlayground({ PLAYGROUND_PUBLIC: '1' })
  const prompt = `${'<'.repeat(15_000)} last-word`
  const body = { model: 'image/google/nano-banana', input: { prompt } }
  for (let count = 0; count < 5; count++)
    expect((await postJob(playground.url, { body })).status).toBe(201)
  const get = async (path: string) =>
    (await fetch(playground.url + path, { headers: { Cookie: owner } })).text()
  const [page, csv] = [await get('/admin'), await get('/api/admin/submissions')]
  expect(csv.split('\r\n')).toHaveLength(1 + 5 + 1)
  expect(csv.match(/<+…/g)?.map(({ length }) => length)).toEqual(Array(5).fill(2_001))
  for (const text of [page, csv]) expect(text).not.toContain('last-word')
  await stop()
})
