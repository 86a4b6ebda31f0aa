import 'server-only'
import type { Access, Contract, Parsed, Written } from '@/lib/contract/contract'
import type { ApiError } from '@/lib/contract/errors'
import type { Attempt } from '@/lib/krea/request'

/** What `createRoute` does not know itself: who asks, whether they may, and with which services. */
export type Guard<Context> = {
  authorize(
    request: Request,
    access: Access,
    onAttempt: (attempt: Attempt) => void,
  ): Promise<Context>
  /** The `Set-Cookie` that lets a newcomer keep an identity; `null` for whoever has one. */
  identify(request: Request, context: Context): Promise<string | null>
}

/** Has the log line name the error that a handler answers itself, not by throwing it. */
type RecordError = (error: ApiError) => void

/** What a handler gets, beside its context. */
type Call<C extends Contract> = {
  request: Request
  requestId: string
  params: Parsed<C, 'params'>
  query: Parsed<C, 'query'>
  /** Reads and checks the body. What has to come first can: counting an attempt, reading a header. */
  body: () => Promise<Parsed<C, 'body'>>
  recordError: RecordError
}

export type Reply<Body> =
  | Response
  | { body: Body; status?: number; headers?: Record<string, string> }

export type Handler<C extends Contract, Context> = (
  call: Call<C> & Context,
) => Promise<Reply<Written<C, 'answer'>>>

/** The same without the types of the contract. */
export type AnyCall = {
  request: Request
  requestId: string
  params: unknown
  query: unknown
  body: () => Promise<unknown>
  recordError: RecordError
}

export type RouteOptions = {
  /** Gives newcomers the cookie of a visitor. */
  identifies?: boolean
  /** Stands in the log for a path that holds a secret. */
  loggedAs?: string
}

export type RouteContext = { params: Promise<unknown> }

export type Route = {
  method: Contract['method']
  handle: (request: Request, context: RouteContext) => Promise<Response>
}
