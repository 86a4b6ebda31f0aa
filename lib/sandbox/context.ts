import 'server-only'
import type { Store } from './jobs/store'
import type { Models } from './models'
import type { Pictures } from './pictures'
import type { Registry } from './registry'

/** What every handler works with. */
export type Context = {
  models: Models
  pictures: Pictures
  registry: Registry
  store: Store
  speed: number
  /** Milliseconds since 1970. */
  now: () => number
  /** A number in [0, 1). */
  random: () => number
}

/** One request: `path` is what follows the mount, `base` is the mount's own address. */
export type Call = { request: Request; url: URL; path: string; base: string }
