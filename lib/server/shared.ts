import 'server-only'
import type { Logger } from 'pino'
import type { Retirement } from '../catalog/field'
import type { Attempts } from './attempts'
import type { LiveCatalogue } from './catalogue'
import type { Guests } from './guest'
import type { Ledger } from './ledger/ledger'
import type { RateLimiter } from './rate-limit'
import type { Reads } from './reads'
import type { Sandbox } from './sandbox'
import type { Sessions } from './session'
import type { Submissions } from './submissions'
import type { Sweeper } from './sweeper'

/** State that all requests of this process share. */
type Shared = {
  log: Logger
  attempts: Attempts[]
  catalogue: LiveCatalogue
  guests: Guests
  ledger: Ledger
  rateLimiters: RateLimiter[]
  reads: Reads
  retirements: Map<string, Retirement>
  sandbox: Sandbox
  submissions: Submissions
  sweeper: Sweeper
  sessions: Sessions
  socketHeader: string
}

declare global {
  var kreaPlayground: Partial<Shared> | undefined
}

/**
 * A thing made once for the process. A module may be loaded more than once (pages, edits in
 * development), so it hangs on `globalThis`.
 */
export function shared<Name extends keyof Shared>(
  name: Name,
  create: () => Shared[Name],
): () => Shared[Name] {
  return () => {
    globalThis.kreaPlayground ??= {}
    const shelf: Partial<Shared> = globalThis.kreaPlayground
    const held = shelf[name] ?? create()
    shelf[name] = held
    return held
  }
}
