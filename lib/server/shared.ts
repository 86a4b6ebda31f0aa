import 'server-only'
import type { Logger } from 'pino'
import type { Retirement } from '../catalog/field'
import type { Guests } from './access/guest-pass'
import type { LoginAttempts } from './access/login-attempts'
import type { RateLimiter } from './access/rate-limit'
import type { Sessions } from './access/session'
import type { Ledger } from './db/connection'
import type { Reads } from './jobs/reads'
import type { Sandbox } from './jobs/sandbox'
import type { LiveCatalog } from './models/catalog'
import type { Submissions } from './submissions/submissions'
import type { Sweeper } from './submissions/sweeper'

/** State that all requests of this process share. */
type Shared = {
  log: Logger
  attempts: LoginAttempts[]
  catalog: LiveCatalog
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
