import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { type Fuzzed, fuzzedRequest, seeded } from '../../fixtures/krea/fuzz'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

const seed = 20261009
const requests = 10_000
const atOnce = 16
const patienceMs = 20_000

const token = '0f0e0d0c-0000-4000-8000-000000000000:fuzz-s3cret-of-this-test'
const adminPassword = 'the-owners-word-of-this-test'
const telltale = /\n\s+at \S|node_modules|\.next\/server|webpack|ECONN|fuzz-s3cret|owners-word/

let krea: FakeKrea
let playground: Playground
test.beforeAll(async () => {
  krea = await startKrea()
  playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: token,
    KREA_IMAGE_HOSTS: 'pictures.example',
    RATE_LIMIT_PER_MINUTE: '10000',
    PLAYGROUND_PUBLIC: '1',
    SANDBOX_WITH_TOKEN: '1',
    PLAYGROUND_ADMIN_PASSWORD: adminPassword,
  })
})
test.afterAll(async () => {
  await playground.stop()
  await krea.stop()
})

test('ten thousand odd requests bring out no 5xx, no stack and no secret', async () => {
  test.setTimeout(1_200_000)
  const random = seeded(seed)
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const bad: string[] = []
  const statuses = new Map<number, number>()
  let remaining = requests

  const worker = async () => {
    while (remaining-- > 0) {
      const request = fuzzedRequest(random)
      const { status, received } = await send(playground.url, request, agent)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status >= 500 || status === 0 || telltale.test(received))
        bad.push(
          `${status} ${JSON.stringify({ ...request, body: String(request.body) })}: ${received}`,
        )
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  agent.destroy()
  const health = await fetch(`${playground.url}/api/health`)

  expect(bad.slice(0, 5)).toEqual([])
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(requests)
  for (const status of [200, 201, 400, 401, 403, 404, 405, 415, 422])
    expect(statuses.get(status) ?? 0, `answers of ${status}`).toBeGreaterThan(3)
  expect(health.status).toBe(200)
  expect(playground.output()).not.toMatch(/fuzz-s3cret|owners-word|a prompt for nobody/)
  expect(playground.output()).not.toContain('"code":"internal"')
  for (const { path } of krea.seen)
    expect(path).toMatch(
      /^\/(generate\/[\w./-]+|jobs(\/[0-9a-f-]{36})?|styles|assets|openapi\.json)(\?.*)?$|\.png$/,
    )
})

const raw = [
  'GET / HTTP/1.1\r\n\r\n',
  'GET /\r\n\r\n',
  'GET http://evil.example/api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET //evil.example/%2f.. HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET /api/jobs/\u0000 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'BREW /api/health HTTP/1.1\r\nHost: x\r\n\r\n',
  'TRACE /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /api/health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
  'GET /api/health HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: evil.example:99999\r\nConnection: close\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: [::\r\nConnection: close\r\n\r\n',
  'POST /api/jobs HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'POST /api/jobs HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /api/jobs HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'POST /api/jobs HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\nConnection: close\r\n\r\n0\r\n\r\n',
  `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
  'GET / HTTP/2.0\r\nHost: x\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001',
]

test('bytes that are hardly HTTP bring out no 5xx and no stack either', async () => {
  // All at once: a silent server is listened to for a second.
  const answers = await Promise.all(raw.map((bytes) => sendRaw(playground.url, bytes)))
  for (const [at, received] of answers.entries()) {
    const bytes = raw[at] ?? ''
    expect(received, bytes).not.toMatch(/^HTTP\/1\.1 5/)
    expect(received, bytes).not.toMatch(telltale)
  }
  expect((await fetch(`${playground.url}/api/health`)).status).toBe(200)
})

/** Status 0: no answer came. */
function send(url: string, { method, path, headers, body }: Fuzzed, agent: Agent) {
  return new Promise<{ status: number; received: string }>((resolve) => {
    const none = (why: unknown) => resolve({ status: 0, received: String(why) })
    const receive = async (answer: IncomingMessage) =>
      resolve({
        status: answer.statusCode ?? 0,
        received: JSON.stringify(answer.headers) + (await text(answer).catch(String)),
      })
    const length = { 'content-length': String(body.byteLength) }
    const options = { method, path, agent, timeout: patienceMs, headers: { ...headers, ...length } }
    const ask = httpRequest(new URL(url), options, (answer) => void receive(answer))
    ask.on('timeout', () => ask.destroy(new Error('no answer in time')))
    ask.on('error', none)
    ask.end(body)
  })
}

/** What comes back until the server hangs up, or falls silent for a second. */
function sendRaw(url: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let received = ''
    const socket = connect(Number(new URL(url).port), 'localhost', () =>
      socket.write(bytes, 'latin1'),
    )
    socket.setTimeout(1_000, () => socket.destroy())
    socket.on('data', (chunk) => {
      received += String(chunk)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(received))
  })
}
