import 'server-only'
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { ApiError } from '@/lib/contract/errors'
import { isPublicAddress } from '../pictures/public-address'

type Resolve = (name: string) => Promise<{ address: string }[]>

const resolveByDns: Resolve = (name) => lookup(name, { all: true })

/**
 * An address that we may ask Krea to call: https on its usual port, without a user, at a name or
 * number of the open internet. All that the name leads to must be public, for the caller chooses.
 * @throws ApiError `invalid_request`
 */
export async function requireWebhookUrl(
  address: string,
  resolve: Resolve = resolveByDns,
): Promise<URL> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !isPlain(url)) throw unfit('is not a plain https:// address')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) === 0 && !isPublicName(host)) throw unfit('is a name of a private network')
  const found = isIP(host) === 0 ? await resolve(host).catch(() => []) : [{ address: host }]
  if (found.length === 0 || !found.every((one) => isPublicAddress(one.address)))
    throw unfit('does not lead to the open internet')
  return url
}

const isPlain = ({ protocol, port, username, password, hash }: URL) =>
  protocol === 'https:' && port + username + password + hash === ''

/** Names that no public resolver answers. Source: RFC 6761, RFC 8375, RFC 9476. */
const privateName = /(^|\.)(localhost|local|internal|lan|home|corp|test|invalid|alt|onion|arpa)$/

const isPublicName = (host: string) => /.\.[a-z][a-z0-9-]*$/.test(host) && !privateName.test(host)

function unfit(why: string): ApiError {
  const message = `The webhook’s address ${why}.`
  return new ApiError('invalid_request', message, { fields: [{ path: 'webhookUrl', message }] })
}
