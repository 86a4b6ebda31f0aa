import 'server-only'
import { placed } from '@/lib/base-path'

export type AllowedSources = {
  /** `*.krea.ai` stands for every host below, not for `krea.ai` itself. */
  hosts: string[]
  /** The upstream's own origin. It may be http or private: the owner chose it. */
  upstream: string | null
  /** Our own origin, where the sandbox serves its pictures; null where it does not. */
  own: string | null
}

export type ImageSource = 'sandbox' | 'upstream' | 'internet'

const sandboxPictures = placed('/sandbox/public/')

/** Where a picture may be read from, or `null` when it may not be read. */
export function findImageSource(
  url: URL,
  { hosts, upstream, own }: AllowedSources,
): ImageSource | null {
  if (url.username !== '' || url.password !== '') return null
  if (url.origin === own && url.pathname.startsWith(sandboxPictures)) return 'sandbox'
  if (upstream !== null && url.origin === upstream) return 'upstream'
  const usual = url.protocol === 'https:' && url.port === ''
  return usual && hosts.some((pattern) => matches(url.hostname, pattern.toLowerCase()))
    ? 'internet'
    : null
}

function matches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
}
