import 'server-only'
import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns'
import { get } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { ApiError } from '@/lib/contract/errors'
import { parseIpAddress } from '../http/ip-address'
import { isPublicAddress } from './public-address'

/**
 * Looks a name up and returns only addresses on the open internet. The socket connects to one of these,
 * so that a name which resolves to another address later gains nothing.
 */
export const publicLookup: LookupFunction = (name, options, done) =>
  onlyPublic(systemLookup)(name, options, done)

type Resolve = (
  name: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void

/** As `publicLookup`, with another resolver. It is asked once. */
export function onlyPublic(resolve: Resolve): LookupFunction {
  return (name, options, done) =>
    resolve(name, { ...options, all: true }, (error, found) => {
      const addresses = error ? [] : found.filter(({ address }) => isPublicAddress(address))
      const [first] = addresses
      if (!first) done(error ?? notPublic(), [])
      else if (options.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
}

const notPublic = () => new ApiError('forbidden', 'That address is not on the open internet.')

/** GET of an https address, without following redirects and never into a private network. */
export function publicFetch(
  url: URL,
  init: { headers: Record<string, string>; signal: AbortSignal },
  lookup = publicLookup,
) {
  const isAddress = parseIpAddress(url.hostname) !== null
  if (isAddress && !isPublicAddress(url.hostname)) throw notPublic()
  return new Promise<Response>((resolve, reject) => {
    get(url, { ...init, lookup }, (answer) => {
      if (answer.headers['content-encoding'] !== undefined) {
        answer.destroy()
        reject(new Error('the answer is compressed, though we asked that it should not be'))
      }
      const headers = new Headers()
      for (const [name, value] of Object.entries(answer.headers))
        if (typeof value === 'string') headers.set(name, value)
      resolve(new Response(bodyOf(answer), { status: answer.statusCode ?? 502, headers }))
    }).on('error', reject)
  })
}

/** Node's types of web streams differ from the platform's, though the streams are the same. */
function bodyOf(answer: Readable): ReadableStream<Uint8Array> {
  const iterator = answer[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    cancel() {
      answer.destroy()
    },
  })
}
