import type * as z from 'zod/mini'
import type { Contract, Written } from '../contract/contract'
import { request } from './request'

type Values = Record<string, string | undefined>
type Parts = { params?: Values; query?: Values; body?: unknown }

/** What the contract asks for, and no more. */
type Input<C> = {
  [P in Extract<keyof C, 'params' | 'query' | 'body'>]: Written<C, P>
}

type Options = {
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Ids of the records and jobs that the call is for, for their timelines. */
  about?: string[]
}

/** Sends a call of the contract and answers what the contract promises. @throws ApiError */
export function call<C extends Contract, S extends z.ZodMiniType>(
  contract: C & { answer: S },
  input: Input<C> & Parts,
  { headers, ...options }: Options = {},
): Promise<z.output<S>> {
  const { body } = input
  const json: Record<string, string> =
    body === undefined ? {} : { 'Content-Type': 'application/json' }
  return request(pathOf(contract, input), contract.answer, {
    method: contract.method,
    headers: { ...json, ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    ...options,
  })
}

/** `/api/jobs/[id]` with its parts and query filled in. */
export function pathOf({ path }: Contract, { params = {}, query = {} }: Parts): string {
  const filled = path.replaceAll(/\[(\w+)\]/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${encodeQuery(value)}`,
  )
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`
}

/** With commas as they are, which part the ids of a list. */
const encodeQuery = (value: string) => encodeURIComponent(value).replaceAll('%2C', ',')
