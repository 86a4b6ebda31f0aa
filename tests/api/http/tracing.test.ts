import { expect, test } from '@playwright/test'
import { decodeJwt } from 'jose'
import { echo, startKrea } from '../../fixtures/krea/krea-server'
import { jobOf, postJob } from '../../fixtures/server/ask'
import { startCollector } from '../../fixtures/server/collector'
import { cookieOf } from '../../fixtures/server/cookies'
import { startPlayground } from '../../fixtures/server/playground'

const token = 'traced-token-of-this-test'
const prompt = 'a-prompt-that-no-span-holds'
const visitorAddress = '198.51.100.77'
const secrets = [token, prompt, 'pass-secret-of-this-test', 'owner-of-this-test', visitorAddress]

const settings = (kreaUrl: string) => ({
  KREA_API_BASE_URL: kreaUrl,
  KREA_API_TOKEN: token,
  PLAYGROUND_PUBLIC: '1',
  PLAYGROUND_ADMIN_PASSWORD: 'owner-of-this-test',
  BUDGET_USD_PER_DAY: '5',
  TRUST_PROXY: '1',
  SANDBOX_WITH_TOKEN: '1',
  SANDBOX_SPEED: '1000',
})

/**
 * Uses Krea, the ledger and the painter, and says each secret where it is said in life.
 * @returns the cookie and the id of the visitor who did
 */
async function useAll(url: string, failNext: () => void) {
  const cookie = cookieOf(await fetch(url))
  const session = cookie.split('=')[1] ?? ''
  const headers = { Cookie: cookie, 'X-Forwarded-For': visitorAddress }
  const body = { model: 'image/bfl/flux-1-dev', input: { prompt } }
  const { id } = await jobOf(await postJob(url, { body, headers }))
  await fetch(`${url}/api/jobs/${id}`, { headers })
  failNext()
  await postJob(url, { body, headers })
  await fetch(`${url}/?prompt=${prompt}`)
  await fetch(`${url}/p/pass-secret-of-this-test`)
  await fetch(`${url}/api/styles?q=${prompt}`)
  await fetch(`${url}/api/images?url=https://nowhere.krea.ai/${prompt}.png`)
  const auth = { authorization: `Bearer ${token}` }
  const made = await fetch(`${url}/sandbox/generate/image/bfl/flux-1-dev`, {
    method: 'POST',
    headers: { ...auth, 'content-type': 'application/json' },
    body: JSON.stringify({ prompt, width: 512, height: 512 }),
  })
  const { job_id } = await made.json()
  const picture = `${url}/sandbox/public/${job_id}-image.png`
  await expect.poll(async () => (await fetch(picture)).status).toBe(200)
  return [session, decodeJwt(session).sub ?? '']
}

test('spans of Krea, the ledger and the painter reach a collector in one trace with their request, and hold no prompt, no secret and no visitor', async () => {
  const [krea, collector] = await Promise.all([startKrea(), startCollector()])
  const playground = await startPlayground({
    ...settings(krea.url),
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-collector-key=a%20key',
    OTEL_BSP_SCHEDULE_DELAY: '100',
  })
  const visitor = await useAll(playground.url, () => krea.fault(/^POST \/generate/, echo(400)))
  const names = () => collector.spans().map(({ name }) => name)
  const wanted = [
    'krea POST /generate/image/bfl/flux-1-dev',
    'krea GET /jobs/{id}',
    'krea GET /styles',
    'ledger.claim',
    'ledger.accept',
    'ledger transaction',
    'painter',
    'POST /api/jobs',
    'GET /p/[secret]',
  ]
  const missing = () => wanted.filter((name) => !names().includes(name))
  await expect.poll(missing).toEqual([])

  const spans = collector.spans()
  const request = spans.find(({ name }) => name === 'POST /api/jobs')
  const inside = spans.filter(({ traceId }) => traceId === request?.traceId)
  expect(inside.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ledger.claim', 'krea POST /generate/image/bfl/flux-1-dev']),
  )
  expect(collector.headers[0]).toContain('"x-collector-key":"a key"')
  const said = collector.bodies.join() + playground.output()
  expect(visitor).toEqual([
    expect.stringMatching(/^\w+\.\w+\./),
    expect.stringMatching(/^[\w-]{36}$/),
  ])
  expect([...secrets, ...visitor].filter((secret) => said.includes(secret))).toEqual([])
  expect(krea.seen.filter(({ headers }) => 'traceparent' in headers)).toEqual([])
  await playground.stop()
  await Promise.all([krea.stop(), collector.stop()])
})
