import 'server-only'
import { ApiError } from '@/lib/contract/errors'
import type { Env } from '../env'
import { parseIpAddress } from './ip-address'

type Settings = Pick<Env, 'isProduction' | 'token' | 'password' | 'isPublic' | 'publicUrl'>

/**
 * With a token, the development server is open to anybody at the machine. Another site must not reach it
 * through a name of its own that resolves to here (DNS rebinding): its pages would have our origin.
 * @throws ApiError `forbidden`
 */
export function requireKnownHost(request: Request, settings: Settings): void {
  const { isProduction, token, password, isPublic, publicUrl } = settings
  // Otherwise a password or a decision guards the token, or there is none.
  if (isProduction || token === null || password !== null || isPublic) return
  // The browser itself sets Host; a page can write anything into X-Forwarded-Host.
  const host = hostOf(request.headers.get('host') ?? '')
  if (isPrivateHost(host) || (publicUrl !== null && host === new URL(publicUrl).hostname)) return
  throw new ApiError(
    'forbidden',
    'In development the token is spent for localhost and this network only. For another name set PUBLIC_URL or PLAYGROUND_PASSWORD.',
  )
}

const hostOf = (header: string): string =>
  URL.canParse(`http://${header}`) ? new URL(`http://${header}`).hostname.replace(/\.$/, '') : ''

/** Names that no stranger can register: addresses, names without a dot, and those reserved for private networks. */
const privateName = /(^|\.)(localhost|local|internal|lan|home|home\.arpa|test)$/

const isPrivateHost = (host: string): boolean =>
  parseIpAddress(host) !== null || /^[^.]+$/.test(host) || privateName.test(host)
