import 'server-only'
import { memoryEndedSessions } from './access/ended-sessions'
import { ledgerEndedSessions } from './access/ended-sessions-db'
import { createGuests } from './access/guests'
import { memoryLoginAttempts } from './access/login-attempts'
import { ledgerLoginAttempts } from './access/login-attempts-db'
import { memoryRateLimiter } from './access/rate-limit'
import { ledgerRateLimiter } from './access/rate-limit-db'
import { createSessions, secretsOf } from './access/session'
import { budgetLimitsOf } from './billing/budget-limits'
import { createLedger, isLedgerOn } from './db/connection'
import { type Env, env } from './env'
import { newSocketHeader } from './http/client-address'
import { noArchive } from './jobs/archive'
import { ledgerArchive } from './jobs/archive-db'
import { createKrea } from './jobs/krea'
import { createReads } from './jobs/reads'
import { createLazySandbox } from './jobs/sandbox'
import { log } from './log'
import { createModelCatalog } from './models/catalog'
import { createLiveCatalog } from './models/live-catalog'
import { createRetirements } from './models/retirements'
import { createUploadQueue } from './pictures/upload-queue'
import { createReviews } from './reviews/reviews'
import { memorySubmissionStore } from './submissions/submission-store'
import { createLedgerSubmissionStore } from './submissions/submission-store-db'
import { createSubmissions } from './submissions/submissions'
import { createSweeper } from './submissions/sweeper'
import { traced } from './tracing/span'

export type Services = ReturnType<typeof createServices>

/** All that requests of this process share, made here and passed on from here. */
function createServices(env: Env) {
  const now = Date.now
  /** For spans of time: a clock that is put right must not make anybody wait. */
  const elapsed = () => performance.now()
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  const ledger = isLedgerOn(env) ? createLedger(env, elapsed) : null
  const budgetLimits = budgetLimitsOf(env)
  const retirements = createRetirements()
  const sandbox = createLazySandbox(env)
  const krea = createKrea(env, sandbox, retirements.record)
  const liveCatalog =
    env.token === null ? null : createLiveCatalog(krea.client, now, warn('live catalog'))
  const ended = ledger ? ledgerEndedSessions(ledger.database, now) : memoryEndedSessions()
  const inSpans: <T extends object>(target: T) => T = (target) =>
    env.tracing ? traced('ledger', target) : target
  const store = ledger
    ? inSpans(createLedgerSubmissionStore({ ...ledger, limits: budgetLimits, now, sleep }))
    : memorySubmissionStore()

  return {
    env,
    sleep,
    ledger,
    budgetLimits,
    socketHeader: newSocketHeader(),
    sessions: createSessions(secretsOf(env), now, ended),
    guests: createGuests(ledger, now),
    // Memory first: it turns a flood away before the database is queried.
    loginAttempts: [
      memoryLoginAttempts(),
      ...(ledger ? [inSpans(ledgerLoginAttempts(ledger.database))] : []),
    ],
    rateLimiters: [
      memoryRateLimiter(env.submissionsPerMinute),
      ...(ledger ? [inSpans(ledgerRateLimiter(ledger.database, env.submissionsPerMinute))] : []),
    ],
    runUpload: createUploadQueue(),
    sandbox,
    krea,
    catalog: createModelCatalog(liveCatalog, retirements),
    reads: createReads(elapsed, ledger ? inSpans(ledgerArchive(ledger, now)) : noArchive),
    reviews: createReviews({ env, ledger: ledger ?? createLedger(env, elapsed), now }),
    submissions: createSubmissions(store, { now, sleep }),
    sweeper: createSweeper(ledger, elapsed, sleep),
  }
}

const warn = (message: string) => (error: unknown) => log().warn({ error }, message)

declare global {
  var kreaPlayground: Services | undefined
}

/**
 * The services of this process. A module may be loaded more than once (pages and routes are two
 * bundles; edits in development), so they hang on `globalThis`.
 */
export function services(): Services {
  globalThis.kreaPlayground ??= createServices(env())
  return globalThis.kreaPlayground
}
