import 'server-only'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import type { Database, OpenDatabase } from './database'
import { lockFolder } from './folder-lock'
import { codesOf, unavailable } from './unavailable'

export type EmbeddedOptions = {
  folder: string
  /** Whether budgets or passes rely on the ledger: then one that is forgotten is worse than none. */
  isRelied: boolean
  /** Called when the ledger is in memory only, with the reason in a sentence. */
  onMemoryOnly: (reason: string) => void
  /** Called when another process has taken the folder over. */
  onLost: () => void
}

/** PGlite turns off fsync for speed; a ledger of money has to outlive a power cut. */
const durableParams = PGlite.defaultStartParams.filter((option) => option !== '-F')
const smallParams = ['-c', 'shared_buffers=8MB']

/**
 * Opens the ledger of a folder. In memory only where there is no folder to write to and nothing relies on it:
 * books that are there, and cannot be had, are never replaced by empty ones.
 * @throws ApiError `unavailable`
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<OpenDatabase> {
  const { folder, isRelied, onMemoryOnly, onLost } = options
  let unlock: (() => void) | null
  try {
    unlock = lockFolder(folder, onLost)
  } catch (error) {
    const reason = `${folder} cannot be written (${codesOf(error)[0] ?? 'no reason given'}).`
    if (isRelied) throw unwritable(reason, error)
    onMemoryOnly(reason)
    return openMemory()
  }
  if (unlock === null) throw heldElsewhere(folder)
  return openFiles(folder, unlock)
}

async function openFiles(folder: string, unlock: () => void): Promise<OpenDatabase> {
  const startParams = [...durableParams, ...smallParams]
  const files = join(folder, 'ledger')
  const client = await PGlite.create(files, { startParams }).catch((error) => {
    const copy = copyOnce(folder)
    unlock()
    throw damaged(files, copy, error)
  })
  const db = embedded(client)
  const close = async () => {
    await client.close()
    unlock()
  }
  return { db, storage: 'files', close, onMigrated: () => endLeases(db) }
}

async function openMemory(): Promise<OpenDatabase> {
  const client = await PGlite.create()
  return { db: embedded(client), storage: 'memory', close: () => client.close() }
}

const embedded = (client: PGlite): Database =>
  Object.assign(drizzle({ client }), { isEmbedded: true })

/** Nobody else sends through an embedded database: a submission marked so died with its process. */
async function endLeases(db: Database): Promise<void> {
  await db.execute(sql`update submissions set lease_until = now() where state = 'sending'`)
}

const copyName = 'ledger-damaged-'

/** A copy of files that cannot be opened, before anybody tries to mend them; one is enough. */
function copyOnce(folder: string): string | null {
  try {
    const earlier = readdirSync(folder).find((name) => name.startsWith(copyName))
    if (earlier) return join(folder, earlier)
    const source = join(folder, 'ledger')
    if (!existsSync(source)) return null
    const copy = join(folder, copyName + new Date().toISOString().replaceAll(/[:.]/g, '-'))
    cpSync(source, copy, { recursive: true, errorOnExist: true })
    return copy
  } catch {
    return null
  }
}

const heldElsewhere = (folder: string) =>
  unavailable({
    message:
      'Another process has the ledger of this playground: nothing was done. Try again in a moment.',
    detail: `Another process holds ${folder}. It is opened when that one ends. For more than one, set DATABASE_URL.`,
  })

const unwritable = (reason: string, cause: unknown) =>
  unavailable({
    message:
      'This playground has nowhere to write its ledger: nothing was done. Ask whoever hosts it.',
    detail: `${reason} Set DATABASE_URL to a Postgres, or DATA_DIR to a folder on a disk that stays.`,
    cause,
  })

/** A person has to look at it first. */
const damagedRetryMs = 60_000

function damaged(files: string, copy: string | null, cause: unknown) {
  const where = copy === null ? 'It could not be copied.' : `A copy is in ${copy}.`
  return unavailable({
    message:
      'The ledger of this playground cannot be opened: nothing was done. Ask whoever hosts it.',
    detail: `${files} is damaged, or the disk is full. ${where} Put a backup of it back; or move it away, and a new one is made, which knows no budget spent, no pass and no job.`,
    retryAfterMs: damagedRetryMs,
    cause,
  })
}
