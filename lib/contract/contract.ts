import type * as z from 'zod/mini'

/** Who may call a route: anyone, whoever may spend, or only the owner. */
export type Access = 'open' | 'unlocked' | 'owner'

export type Method = 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT'

type Schema = z.ZodMiniType

/**
 * One call of the API, as both ends see it: `route(contract, handler)` on the server,
 * `call(contract, input)` in the browser.
 */
export type Contract = {
  method: Method
  /** As Next names the folder: `/api/jobs/[id]`. */
  path: `/${string}`
  access: Access
  /** Its handler may buy a job. An error that nobody foresaw is `submit_unknown` then, never “not charged”. */
  spends?: true
  /** The parts of the path in brackets. A path that does not fit is `not_found`. */
  params?: Schema
  /** A query that does not fit is `invalid_request`, with the schema's own message. */
  query?: Schema
  /** JSON. */
  body?: Schema
  /** `null`: bytes, a redirect or nothing, but no JSON. */
  answer: Schema | null
}

type Part = 'params' | 'query' | 'body' | 'answer'

/** A part as the handler gets it, or the browser as an answer. */
export type Parsed<C, P extends Part> =
  C extends Record<P, infer S extends Schema> ? z.output<S> : undefined

/** A part as its sender writes it. */
export type Written<C, P extends Part> =
  C extends Record<P, infer S extends Schema> ? z.input<S> : undefined
