import 'server-only'
import { isIP } from 'node:net'
import { env } from '../env'
import { shared } from '../shared'

/**
 * A header that carries the socket's address to the routes, which have no socket. Next hands on an
 * `X-Forwarded-For` that anyone may have written, so it cannot be told from the socket there. The
 * name is random: no one outside can send it.
 */
export const socketHeader = shared('socketHeader', () => `x-socket-${crypto.randomUUID()}`)

/**
 * The address that limits go by; a visitor cannot choose it. Behind `TRUST_PROXY` proxies it is what
 * the outermost of them wrote into `X-Forwarded-For`, else the socket's.
 */
export function addressOf(request: Request): string {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',') ?? []
  const hops = env().trustedProxies
  const told = hops > 0 ? forwarded.at(-hops) : undefined
  return groupOf(told ?? request.headers.get(socketHeader()) ?? '')
}

/** IPv4 as it is; of IPv6 the network, for a subscriber has all of a /64. */
export function groupOf(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  if (isIP(bare) !== 6) return isIP(bare) === 4 ? bare : 'unknown'
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::')
  const start = head === '' ? [] : head.split(':')
  const end = tail ? tail.split(':') : []
  const zeros = Array<string>(8 - start.length - end.length).fill('0')
  return `${[...start, ...zeros, ...end].slice(0, 4).join(':')}::/64`
}
