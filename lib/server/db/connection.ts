import 'server-only'
import { randomUUID } from 'node:crypto'
import { isApiError } from '@/lib/contract/errors'
import type { Env, Mode } from '../env'
import { log } from '../log'
import type { Database, LedgerStorage, OpenDatabase } from './database'
import type { OpenOptions } from './open'
import { toUnavailable, unavailable } from './unavailable'

export type LedgerStatus = {
  storage: LedgerStorage | 'closed'
  /** Why it is closed, or will be forgotten, for whoever hosts it; `null` when all is well. */
  problem: string | null
}

export type Ledger = {
  mode: Mode
  /** Of this process. */
  instance: string
  /** Opens it at the first call, and again after a failure. @throws ApiError `unavailable` */
  database: () => Promise<Database>
  /** Tries it first, for as long as a person who asks would wait. */
  status: () => Promise<LedgerStatus>
}

/**
 * Whether a ledger is kept: where money is spent, or where somebody set a budget, an owner or a
 * database. A mere sandbox has nothing to count, and starts without a database.
 */
export const isLedgerOn = (env: Env): boolean =>
  env.token !== null || env.databaseUrl !== null || isRelied(env)

/** Budgets, and passes, which only an owner can make, hold for as long as the ledger remembers. */
const isRelied = (env: Env): boolean =>
  env.adminPassword !== null || env.dollarsPerDay !== null || env.dollarsPerVisitorPerDay !== null

/** After a failure, requests within this time are refused without another try. */
const restMs = 500
/** From this wait on a person has to do something first, and a try costs seconds of the processor. */
const longWaitMs = 60_000
/** For the answer of a health check. */
const maxStatusMs = 2_000

/** Loaded at the first use: the embedded database takes tens of megabytes. */
const openLazily = async (options: OpenOptions): Promise<OpenDatabase> =>
  (await import('./open')).openDatabase(options)

/** @param now in ms, of a clock that nobody sets */
export function createLedger(env: Env, now: () => number, openDatabase = openLazily): Ledger {
  let memoryReason: string | null = null
  let opening: Promise<OpenDatabase> | null = null
  let failure: { error: unknown; until: number } | null = null
  let trial: Promise<LedgerStatus> | null = null

  async function open(): Promise<OpenDatabase> {
    const opened = await openDatabase({
      databaseUrl: env.databaseUrl,
      folder: env.dataFolder,
      isRelied: isRelied(env),
      onMemoryOnly(reason) {
        memoryReason = reason
        log().warn({ reason }, 'the ledger is kept in memory only')
      },
      onLost: close,
    })
    if (failure) log().warn({ storage: opened.storage }, 'the ledger is open again')
    failure = null
    return opened
  }

  function opened(): Promise<OpenDatabase> {
    if (failure && now() < failure.until) return Promise.reject(failure.error)
    opening ??= open().catch((error) => {
      opening = null
      throw remember(error)
    })
    return opening
  }

  /** Another process has the folder: what we still wrote would damage its files. */
  function close(): void {
    opening = Promise.reject(
      remember(
        unavailable({
          message: 'Another process has the ledger of this playground: nothing was done.',
          detail: `Another process has taken ${env.dataFolder} over while this one did not answer. Restart this one.`,
        }),
      ),
    )
    opening.catch(() => undefined)
  }

  /** Says in the log once what is wrong, not at each request. */
  function remember(thrown: unknown): unknown {
    const error = toUnavailable(thrown) ?? notOpened(thrown)
    const detail = problemOf(error)
    if (failure === null || problemOf(failure.error) !== detail)
      log().error({ reason: detail, error }, 'the ledger cannot be opened')
    const wait = isApiError(error) ? (error.retryAfterMs ?? 0) : 0
    failure = { error, until: now() + (wait < longWaitMs ? restMs : wait) }
    return error
  }

  async function tryOnce(): Promise<LedgerStatus> {
    try {
      const { db, storage } = await opened()
      if (storage === 'postgres') await db.execute('select 1')
      return { storage, problem: memoryReason }
    } catch (error) {
      return { storage: 'closed', problem: problemOf(toUnavailable(error) ?? error) }
    }
  }

  return {
    mode: env.mode,
    instance: randomUUID(),
    database: async () => (await opened()).db,
    async status() {
      trial ??= tryOnce().finally(() => {
        trial = null
      })
      return Promise.race([trial, tooLate()])
    },
  }
}

const notOpened = (cause: unknown) =>
  unavailable({
    message: 'The ledger of this playground cannot be opened: nothing was done.',
    detail: 'Its tables cannot be made or brought up to date. The log says where it failed.',
    cause,
  })

const tooLate = (): Promise<LedgerStatus> =>
  new Promise((resolve) => {
    const late: LedgerStatus = { storage: 'closed', problem: 'Its database does not answer.' }
    setTimeout(() => resolve(late), maxStatusMs).unref()
  })

/** The detail is ours; a database's own words may hold what was sent to it. */
function problemOf(error: unknown): string {
  const cause = isApiError(error) ? error.cause : null
  const isOurs = cause instanceof Error && !('code' in cause) && !('query' in cause)
  return isOurs ? cause.message : 'Its database cannot be reached: check DATABASE_URL.'
}

/** For the owner's routes: where there is an owner there is a ledger. */
export function requireLedger(ledger: Ledger | null): Ledger {
  if (ledger === null) throw new Error('no ledger is kept')
  return ledger
}
