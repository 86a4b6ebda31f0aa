import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import type { Env } from '../env'
import { parseIpAddress } from './ip-address'

type Settings = Pick<Env, 'isProduction' | 'token' | 'password' | 'isPublic' | 'publicUrl'>

/**
 * The development server with a token is open to whoever is at the machine. Another site must not get
 * in by a name of its own that leads here (DNS rebinding): then its pages would be of our origin.
 * @throws ApiError `forbidden`
 */
export function requireKnownHost(request: Request, settings: Settings): void {
  const { isProduction, token, password, isPublic, publicUrl } = settings
  // Elsewhere a password or a decision guards the token, or there is none.
  if (isProduction || token === null || password !== null || isPublic) return
  // What a browser says itself: a page may write into X-Forwarded-Host what it likes.
  const host = hostOf(request.headers.get('host') ?? '')
  if (isOwn(host) || (publicUrl !== null && host === new URL(publicUrl).hostname)) return
  throw new ApiError(
    'forbidden',
    'In development the token is spent for localhost and this network only. For another name set PUBLIC_URL or PLAYGROUND_PASSWORD.',
  )
}

const hostOf = (header: string): string =>
  URL.canParse(`http://${header}`) ? new URL(`http://${header}`).hostname.replace(/\.$/, '') : ''

/** Names that no stranger can make: numbers, names without a dot, and those kept for private networks. */
const privateName = /(^|\.)(localhost|local|internal|lan|home|home\.arpa|test)$/

const isOwn = (host: string): boolean =>
  parseIpAddress(host) !== null || /^[^.]+$/.test(host) || privateName.test(host)
