import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { type FakeKrea, startKrea } from '../../fixtures/krea/krea-server'
import { jobOf, postJob } from '../../fixtures/server/ask'
import { newFolder } from '../../fixtures/server/data-folder'
import { startColdPlayground } from '../../fixtures/server/playground'

let krea: FakeKrea
test.beforeAll(async () => {
  krea = await startKrea()
})
test.afterAll(() => krea.stop())

/** A path that only the sandbox answers, as its code writes it. */
const ofSandbox = String.raw`\/public\/assets\/`
/** A name that OpenTelemetry reads from the environment. */
const ofTracing = 'OTEL_BSP_'
const ofSharp = /[\\/]@img[\\/]sharp-.*\.node$/

/** Which of the sandbox, its image library and OpenTelemetry a server has loaded by its end. */
async function loadedBy(env: Record<string, string>, use: (url: string) => Promise<unknown>) {
  const list = join(newFolder(), 'modules')
  const preload = resolve('tests/fixtures/server/list-modules.cjs')
  const playground = await startColdPlayground({
    ...env,
    NODE_OPTIONS: `--require=${preload}`,
    LOADED_MODULES: list,
  })
  await use(playground.url)
  await playground.stop()
  const files = readFileSync(list, 'utf8').split('\n')
  const chunks = files.filter((file) => /[\\/]\.next[\\/]server[\\/].*\.js$/.test(file))
  return {
    sandbox: chunks.some((file) => readFileSync(file, 'utf8').includes(ofSandbox)),
    tracing: chunks.some((file) => readFileSync(file, 'utf8').includes(ofTracing)),
    sharp: files.some((file) => ofSharp.test(file)),
  }
}

const answered = async (address: string) => expect((await fetch(address)).status).toBe(200)

test('with a token neither the page nor a route loads the sandbox or its image library, nor OpenTelemetry', async () => {
  const env = { KREA_API_BASE_URL: krea.url, KREA_API_TOKEN: 'a-token', PLAYGROUND_PUBLIC: '1' }
  const loaded = await loadedBy(env, async (url) => {
    const { id } = await jobOf(await postJob(url))
    for (const path of ['/', '/api/health', '/api/models', '/api/budget', `/api/jobs/${id}`])
      await answered(url + path)
    // Loaded too, whatever they answer here.
    for (const path of ['/admin', '/unlock', '/pass', '/p/none', '/api/images', '/api/styles'])
      await fetch(url + path)
    for (const path of ['/api/assets', '/api/passes', '/api/webhooks/none', '/api/owner'])
      await fetch(url + path, { method: 'POST' })
  })
  expect(loaded).toEqual({ sandbox: false, tracing: false, sharp: false })
})

test('without a token both are loaded before the first job, and with a collector OpenTelemetry', async () => {
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: krea.url }
  const loaded = await loadedBy(env, (url) => answered(`${url}/sandbox/openapi.json`))
  expect(loaded).toEqual({ sandbox: true, tracing: true, sharp: true })
})
