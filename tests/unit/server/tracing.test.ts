import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { expect, test } from '@playwright/test'
import { readEnv } from '@/lib/server/env'
import { withSafeSpans } from '@/lib/server/tracing/safe-span'
import { traced, tracerName, withSpan } from '@/lib/server/tracing/span'

const secret = 'what-a-visitor-wrote'

function collect() {
  const memory = new InMemorySpanExporter()
  const provider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(withSafeSpans(memory))],
  })
  return { memory, provider }
}

test('of the spans of others only known attributes pass: no address, no words of an error, no event', async () => {
  const { memory, provider } = collect()
  const span = provider.getTracer('next.js').startSpan(`fetch GET https://krea.ai/?q=${secret}`, {
    attributes: {
      'http.method': 'GET',
      'http.target': `/p/${secret}`,
      'http.url': `https://krea.ai/?q=${secret}`,
      'next.span_type': 'AppRender.fetch',
      'error.type': `no good: ${secret}`,
    },
  })
  span.recordException(new Error(secret))
  span.setStatus({ code: 2, message: secret })
  span.end()
  await provider.forceFlush()
  const [made] = memory.getFinishedSpans()
  expect(made).toMatchObject({
    name: 'AppRender.fetch',
    attributes: { 'http.method': 'GET', 'next.span_type': 'AppRender.fetch' },
    status: { code: 2 },
    events: [],
  })
  const { resource: _, ...said } = made ?? {}
  expect(JSON.stringify(said)).not.toContain(secret)
})

test('a request is named by its route, and a span of ours as it is', async () => {
  const { memory, provider } = collect()
  const attributes = { 'http.method': 'GET', 'http.route': '/p/[secret]' }
  provider.getTracer('next.js').startSpan(`GET /p/${secret}`, { attributes }).end()
  provider.getTracer(tracerName).startSpan('krea GET /jobs/{id}').end()
  await provider.forceFlush()
  expect(memory.getFinishedSpans().map(({ name }) => name)).toEqual([
    'GET /p/[secret]',
    'krea GET /jobs/{id}',
  ])
})

test('without a tracer work runs as if there were no span, and fails as it fails', async () => {
  expect(await withSpan('krea', {}, async () => 'answer')).toBe('answer')
  await expect(withSpan('krea', {}, () => Promise.reject(new Error('lost')))).rejects.toThrow(
    'lost',
  )
  const store = traced('ledger', { count: 2, add: (more: number) => more + 1 })
  expect([store.count, store.add(4)]).toEqual([2, 5])
})

test('spans are made where a collector is named, with its headers', () => {
  expect(readEnv({}).tracing).toBeNull()
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'https://otel.example.com/'
  const OTEL_EXPORTER_OTLP_HEADERS = 'x-key=a%20key, x-team = pictures'
  expect(readEnv({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS }).tracing).toEqual({
    url: 'https://otel.example.com/v1/traces',
    headers: { 'x-key': 'a key', 'x-team': 'pictures' },
  })
})
