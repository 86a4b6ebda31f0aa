import 'server-only'
import ipaddr from 'ipaddr.js'
import { parseIpAddress } from '../http/ip-address'

/** All of IPv6 that is given out so far; the rest has no range of its own in the library. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address is on the open internet, by IANA's special-purpose address registries. An IPv6
 * address that wraps an IPv4 one is not.
 */
export function isPublicAddress(ip: string): boolean {
  const address = parseIpAddress(ip)
  if (address?.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(globalUnicast)
}
