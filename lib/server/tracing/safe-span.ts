import 'server-only'
import type { Attributes } from '@opentelemetry/api'
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base'
import { tracerName } from './span'

/** Addresses hold prompts, secrets of passes and of webhooks: Next's `http.target` and `http.url` stay here. */
const safeNames = new Set([
  'http.method',
  'http.route',
  'http.status_code',
  'next.route',
  'next.rsc',
  'next.span_type',
  'error.type',
])

/** Passes spans on without what visitors or Krea said: no address, no words of an error, no event. */
export function withSafeSpans(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, onResult) => exporter.export(spans.map(safeSpan), onResult),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  }
}

export function safeSpan(span: ReadableSpan): ReadableSpan {
  const isOurs = span.instrumentationScope.name === tracerName
  const attributes = isOurs ? span.attributes : safeAttributes(span.attributes)
  return {
    name: isOurs ? span.name : nameOf(attributes),
    kind: span.kind,
    spanContext: () => span.spanContext(),
    parentSpanContext: span.parentSpanContext,
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    ended: span.ended,
    status: { code: span.status.code },
    attributes,
    links: [],
    events: [],
    resource: span.resource,
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  }
}

const plain = /^[\w.:/[\]()@-]{1,120}$/

const safeAttributes = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(
      ([name, value]) => safeNames.has(name) && plain.test(String(value)),
    ),
  )

/** Next names some spans by the address that they fetch. */
function nameOf(attributes: Attributes): string {
  const { 'http.method': method, 'http.route': route, 'next.span_type': type } = attributes
  if (method !== undefined && route !== undefined) return `${method} ${route}`
  return String(type ?? method ?? 'next')
}
