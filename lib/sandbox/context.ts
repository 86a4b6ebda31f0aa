import 'server-only'
import type { BodyLimits } from './http/body'
import type { JobLog } from './jobs/job-log'
import type { Store } from './jobs/store-type'
import type { Models } from './models/models'
import type { Pictures } from './pictures/pictures'
import type { Queue } from './queue'
import type { Signer } from './signer'

/** The parts that every handler works with. */
export type Context = {
  models: Models
  pictures: Pictures
  log: JobLog
  store: Store
  signer: Signer
  uploads: BodyLimits
  /** For pictures that come from outside. */
  decoding: Queue
  /** Whether names and paths of older guides are taken. */
  retiredNames: boolean
  /** POSTs a job to a webhook. It fails where the server may not reach the address. */
  deliver: (url: string, body: string) => Promise<void>
  /** Whether all processes with this key share the log: then it knows every job. */
  isLogShared: boolean
  speed: number
  /** Milliseconds since 1970. */
  now: () => number
  /** A number in [0, 1). */
  random: () => number
}

/**
 * One request: `path` is what follows the mount, `base` is the mount's own address. `owner` stands
 * for its token, to which jobs, uploads and styles belong.
 */
export type Call = { request: Request; url: URL; path: string; base: string; owner: string }
