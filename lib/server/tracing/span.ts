import 'server-only'
import { type Span, SpanStatusCode, trace } from '@opentelemetry/api'

export type SpanAttributes = Record<string, string | number>

export const tracerName = 'krea-playground'

/**
 * Runs `work` in a span. Without a tracer, as is usual, it only runs it. Errors leave no words in the span,
 * since libraries quote what they were given.
 */
export function withSpan<T>(name: string, attributes: SpanAttributes, work: (span: Span) => T): T {
  return trace.getTracer(tracerName).startActiveSpan(name, { attributes }, (span) => {
    try {
      const result = work(span)
      if (result instanceof Promise)
        result.then(
          () => span.end(),
          () => fail(span),
        )
      else span.end()
      return result
    } catch (error) {
      fail(span)
      throw error
    }
  })
}

function fail(span: Span): void {
  span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

/** The same object, each of whose calls is a span: `ledger.claim`. */
export function traced<T extends object>(room: string, target: T): T {
  return new Proxy(target, {
    get(of, name) {
      const value: unknown = Reflect.get(of, name)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) =>
        withSpan(`${room}.${String(name)}`, {}, () => Reflect.apply(value, of, args))
    },
  })
}
