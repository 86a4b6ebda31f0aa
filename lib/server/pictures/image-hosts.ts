import 'server-only'
import { placed } from '@/lib/base-path'

export type PictureSources = {
  /** `*.krea.ai` stands for every host below, not for `krea.ai` itself. */
  hosts: string[]
  /** The upstream's own origin, which may be http or private: whoever hosts this chose it. */
  upstream: string | null
  /** Our own origin, whose sandbox pictures we make ourselves. */
  own: string
}

export type ImagePlace = 'sandbox' | 'upstream' | 'internet'

const sandboxPictures = placed('/sandbox/public/')

/** Where a picture may be had from, or `null` when it may not. */
export function imagePlace(url: URL, { hosts, upstream, own }: PictureSources): ImagePlace | null {
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
