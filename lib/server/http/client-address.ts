import 'server-only'
import ipaddr from 'ipaddr.js'
import { parseIpAddress } from './ip-address'

/**
 * The name of a header that passes the socket's address to the routes, which have no socket. It is random,
 * so that nobody outside can send it. `X-Forwarded-For` does not serve: Next passes on one from anyone.
 */
export const newSocketHeader = () => `x-socket-${crypto.randomUUID()}`

/**
 * The address that limits apply to; a visitor cannot choose it. Behind `TRUST_PROXY` proxies it is the one
 * that the outermost proxy wrote into `X-Forwarded-For`, otherwise the socket's.
 */
export function addressOf(request: Request, socketHeader: string, trustedProxies: number): string {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',') ?? []
  const reported = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined
  return groupOf(reported ?? request.headers.get(socketHeader) ?? '')
}

/** IPv4 as it is; the network of an IPv6 address, because a subscriber has all of a /64. */
export function groupOf(address: string): string {
  const ip = parseIpAddress(withoutPort(address.trim()))
  if (ip === null) return 'unknown'
  if (ip instanceof ipaddr.IPv4) return ip.toString()
  if (ip.isIPv4MappedAddress()) return ip.toIPv4Address().toString()
  return `${ip.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`
}

/** Of a group: what one household or data center may have of addresses, a /48 or a /24. */
export function networkOf(group: string): string {
  const parts = group.split('.')
  if (parts.length === 4) return `${parts.slice(0, 3).join('.')}.0/24`
  return group.includes(':') ? `${group.split(':').slice(0, 3).join(':')}::/48` : group
}

const withoutPort = (address: string): string =>
  address.replace(/^(\[.*\]|\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
