import 'server-only'
import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js'

/**
 * An address as sockets and URLs write it, an IPv6 one in brackets too, or `null`. Forms such as `127.1`
 * or `0177.0.0.1` are none: programs read them differently.
 */
export function parseIpAddress(text: string): IPv4 | IPv6 | null {
  const bare = text.replace(/^\[(.*)\]$/, '$1')
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare)
  return ipaddr.IPv6.isValid(bare) ? ipaddr.IPv6.parse(bare) : null
}
