import 'server-only'
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { OTLPHttpJsonTraceExporter, registerOTel } from '@vercel/otel'
import type { Env } from '../env'
import { withSafeSpans } from './safe-span'

/**
 * Sends spans to a collector: Next's own, and those of `withSpan`. Calls of `fetch` get none beside ours, which
 * would hold addresses and tell Krea our trace.
 */
export function startTracing({ url, headers }: NonNullable<Env['tracing']>): void {
  const exporter = new OTLPHttpJsonTraceExporter({ url, headers })
  registerOTel({
    serviceName: 'krea-playground',
    instrumentations: [],
    spanProcessors: [new BatchSpanProcessor(withSafeSpans(exporter))],
  })
}
